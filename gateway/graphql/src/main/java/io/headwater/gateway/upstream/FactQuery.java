package io.headwater.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * One question to one service. A round may use the key values that the facts of earlier rounds
 * hold, so that one call is enough.
 *
 * @param knownAt nothing recorded later is answered
 * @param rounds in order
 */
public record FactQuery(Instant knownAt, List<List<Selector>> rounds) {

  /**
   * Which facts.
   *
   * @param kind of this kind
   * @param by having this key, or null for all of the kind
   * @param values with one of these values
   * @param from or with one of the values of this key on the facts of earlier rounds
   * @param count or only how many hold each value of this key
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Selector(String kind, String by, List<String> values, String from, String count) {

    /** All facts of a kind. */
    public static Selector all(String kind) {
      return new Selector(kind, null, null, null, null);
    }

    /** Those with one of the values under the key. */
    public static Selector by(String kind, String key, Collection<String> values) {
      return new Selector(kind, key, List.copyOf(values), null, null);
    }

    /** Those that share a key with facts of earlier rounds. */
    public static Selector from(String kind, String key, String from) {
      return new Selector(kind, key, null, from, null);
    }

    /** How many of a kind hold each value of a key; a line a value, however many there are. */
    public static Selector count(String kind, String key) {
      return new Selector(kind, null, null, null, key);
    }
  }
}
