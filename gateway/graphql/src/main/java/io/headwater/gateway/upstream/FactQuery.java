package io.headwater.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * One question to one service. A round may use the key values that the facts of earlier rounds
 * hold, so that one call is enough.
 *
 * @param knownAt nothing recorded later is answered
 * @param rounds in order
 * @param outlines after the rounds, in order: many facts of which little is needed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FactQuery(
    Instant knownAt, List<List<Selector>> rounds, List<List<Outline>> outlines) {

  /** A question for all versions of facts, and nothing in outline. */
  public FactQuery(Instant knownAt, List<List<Selector>> rounds) {
    this(knownAt, rounds, List.of());
  }

  /**
   * Which facts in outline: of each only the latest version, and of that only some fields.
   *
   * @param kind of this kind
   * @param by having one of these keys
   * @param values with one of these values
   * @param of or with a value that facts of this kind, found so far, hold under the same keys
   * @param fields of the record
   * @param floor leaves out records of an earlier day
   * @param most no more than these, the last learned first
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Outline(
      String kind,
      List<String> by,
      List<String> values,
      String of,
      List<String> fields,
      Floor floor,
      int most) {

    /** Those with one of the values under the key. */
    public static Outline by(
        String kind, String key, Collection<String> values, List<String> fields, int most) {
      return new Outline(kind, List.of(key), List.copyOf(values), null, fields, null, most);
    }

    /** Those that share one of the keys with facts of a kind found so far. */
    public static Outline like(
        String kind, List<String> keys, String of, List<String> fields, int most) {
      return new Outline(kind, keys, null, of, fields, null, most);
    }

    /** The same from a day on. */
    public Outline from(String field, LocalDate day) {
      return new Outline(kind, by, values, of, fields, new Floor(field, day.toString()), most);
    }
  }

  /**
   * A first day.
   *
   * @param field the field that says the day
   * @param day as {@code YYYY-MM-DD}
   */
  public record Floor(String field, String day) {}

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
