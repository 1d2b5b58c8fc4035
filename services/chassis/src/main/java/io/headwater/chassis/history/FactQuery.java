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
import java.util.stream.Stream;

/**
 * A question for many facts at once.
 *
 * @param knownAt nothing recorded later is answered
 * @param rounds selectors, round by round; a later round may go by the keys of facts that earlier
 *     rounds found
 * @param counts facts to count rather than to read, of whatever round
 * @param outlines after the rounds, and again round by round: facts of which a few fields of the
 *     latest version are enough
 * @param asked how it was asked, for the audit
 */
record FactQuery(
    Instant knownAt,
    List<List<Selector>> rounds,
    List<Count> counts,
    List<List<Outline>> outlines,
    Asked asked) {

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

  /** The two parts of an answer, each a read of its own. */
  enum Part {
    FACTS,
    OUTLINES
  }

  /**
   * The question as JSON; keys and ids only.
   *
   * @param rounds as they came
   * @param outlines what they went by, without the values, which may be thousands
   */
  record Asked(String rounds, String outlines) {}

  /** How many facts of a kind hold each value under a key, by their latest version. */
  record Count(Kind kind, String key) {}

  static FactQuery parse(String body, FactKinds kinds, Instant now) {
    try {
      var question = JSON.readTree(body);
      var rounds = new ArrayList<List<Selector>>();
      var counts = new ArrayList<Count>();
      for (var round : question.path("rounds")) {
        var selectors = new ArrayList<Selector>();
        for (var selector : round) {
          if (selector.hasNonNull("count")) {
            counts.add(count(selector, kinds));
          } else {
            selectors.add(selector(selector, kinds));
          }
        }
        rounds.add(selectors);
      }
      var outlines = new ArrayList<List<Outline>>();
      for (var round : question.path("outlines")) {
        var together = new ArrayList<Outline>();
        round.forEach(outline -> together.add(Outline.parse(outline, kinds)));
        outlines.add(together);
      }
      var knownAt = question.hasNonNull("knownAt") ? instant(question) : now;
      return new FactQuery(
          knownAt,
          rounds,
          counts,
          outlines,
          new Asked(rounds(question.path("rounds")), outlined(outlines)));
    } catch (JsonProcessingException malformed) {
      throw UNREADABLE.about("not JSON");
    }
  }

  /** The kinds asked about. */
  Stream<Kind> kinds(Part part) {
    return switch (part) {
      case FACTS -> rounds.stream().flatMap(List::stream).map(Selector::kind);
      case OUTLINES -> outlines.stream().flatMap(List::stream).map(Outline::kind);
    };
  }

  /** How it was asked. */
  String asked(Part part) {
    return switch (part) {
      case FACTS -> asked.rounds();
      case OUTLINES -> asked.outlines();
    };
  }

  private static String rounds(JsonNode rounds) {
    return rounds.isArray() ? rounds.toString() : "[]";
  }

  private static String outlined(List<List<Outline>> outlines) {
    var asked = JSON.createArrayNode();
    for (var round : outlines) {
      var said = asked.addArray();
      for (var outline : round) {
        var one = said.addObject().put("kind", outline.kind().name());
        outline.keys().forEach(one.putArray("outlinedBy")::add);
      }
    }
    return asked.toString();
  }

  private static Instant instant(JsonNode question) {
    try {
      return Instant.parse(question.get("knownAt").asText());
    } catch (DateTimeParseException malformed) {
      throw UNREADABLE.about("knownAt must be an instant");
    }
  }

  private static Count count(JsonNode selector, FactKinds kinds) {
    var kind = kinds.named(selector.path("kind").asText(""));
    var key = selector.get("count").asText();
    if (!kind.hasKey(key)) {
      throw UNKNOWN_KEY.about(kind.name() + " by " + key);
    }
    return new Count(kind, key);
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
