package io.headwater.chassis.history;

import static io.headwater.chassis.problem.ChassisProblem.UNKNOWN_KEY;
import static io.headwater.chassis.problem.ChassisProblem.UNREADABLE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A question for many facts at once.
 *
 * @param knownAt nothing recorded later is answered
 * @param rounds selectors, round by round; a later round may go by the keys of facts that earlier
 *     rounds found
 * @param asked the question as it came, for the audit
 */
record FactQuery(Instant knownAt, List<List<Selector>> rounds, String asked) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Which facts of one kind. */
  sealed interface Selector {

    Kind kind();

    /** All facts of the kind. */
    record All(Kind kind) implements Selector {}

    /** The facts that hold any of the values under a key. */
    record By(Kind kind, String key, List<String> values) implements Selector {}

    /**
     * The facts that hold, under {@code key}, any value that the facts found so far hold under
     * {@code from}, where {@code id} stands for their ids.
     */
    record From(Kind kind, String key, String from) implements Selector {}
  }

  static FactQuery parse(String body, FactKinds kinds, Instant now) {
    try {
      var question = JSON.readTree(body);
      var rounds = new ArrayList<List<Selector>>();
      for (var round : question.path("rounds")) {
        var selectors = new ArrayList<Selector>();
        round.forEach(selector -> selectors.add(selector(selector, kinds)));
        rounds.add(selectors);
      }
      var knownAt = question.hasNonNull("knownAt") ? instant(question) : now;
      return new FactQuery(knownAt, rounds, question.path("rounds").toString());
    } catch (JsonProcessingException malformed) {
      throw UNREADABLE.about("not JSON");
    }
  }

  private static Instant instant(JsonNode question) {
    try {
      return Instant.parse(question.get("knownAt").asText());
    } catch (DateTimeParseException malformed) {
      throw UNREADABLE.about("knownAt must be an instant");
    }
  }

  private static Selector selector(JsonNode selector, FactKinds kinds) {
    var kind = kinds.named(selector.path("kind").asText(""));
    if (!selector.hasNonNull("by")) {
      return new Selector.All(kind);
    }
    var key = selector.get("by").asText();
    if (!kind.hasKey(key)) {
      throw UNKNOWN_KEY.about(kind.name() + " by " + key);
    }
    if (selector.hasNonNull("from")) {
      return new Selector.From(kind, key, selector.get("from").asText());
    }
    var values = new ArrayList<String>();
    selector.path("values").forEach(value -> values.add(value.asText()));
    return new Selector.By(kind, key, List.copyOf(values));
  }
}
