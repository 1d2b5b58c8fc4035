package io.headwater.chassis.history;

import static io.headwater.chassis.problem.ChassisProblem.UNKNOWN_KEY;
import static io.headwater.chassis.problem.ChassisProblem.UNREADABLE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Asks for many facts of which little is needed: of each the latest version as known at the instant
 * of the question, and of that a few fields. A claim's neighbours are counted by it, thousands at a
 * time, where all versions of all of them would be read for nothing.
 *
 * @param kind of this kind
 * @param keys found by a value under any of these keys
 * @param source where the values come from
 * @param fields of the record, the others are left out
 * @param floor leaves out records of an earlier day, or null
 * @param most no more than these, the last learned first
 */
record Outline(
    Kind kind, List<String> keys, Source source, List<String> fields, Floor floor, int most) {

  /** More than these are not answered, whatever is asked. */
  private static final int CEILING = 20_000;

  private static final Pattern FIELD = Pattern.compile("[A-Za-z]{1,40}");

  /** Where the values come from. */
  sealed interface Source {

    /** These values. */
    record Given(List<String> values) implements Source {}

    /** What facts of a kind, found so far, hold under the same keys. */
    record Of(Kind kind) implements Source {}
  }

  /**
   * A first day.
   *
   * @param field of the record, a day as {@code YYYY-MM-DD}
   * @param day records of this day and later, and those that do not say
   */
  record Floor(String field, String day) {}

  static Outline parse(JsonNode asked, FactKinds kinds) {
    var kind = kinds.named(asked.path("kind").asText(""));
    var keys = texts(asked.path("by"));
    for (var key : keys) {
      if (!kind.hasKey(key) || key.equals("id")) {
        throw UNKNOWN_KEY.about(kind.name() + " by " + key);
      }
    }
    var source =
        asked.hasNonNull("of")
            ? new Source.Of(kinds.named(asked.get("of").asText()))
            : new Source.Given(texts(asked.path("values")));
    var fields = texts(asked.path("fields"));
    fields.forEach(Outline::field);
    var floor =
        asked.hasNonNull("floor")
            ? new Floor(
                field(asked.at("/floor/field").asText("")), asked.at("/floor/day").asText(""))
            : null;
    var most = Math.clamp(asked.path("most").asInt(CEILING), 1, CEILING);
    return new Outline(kind, keys, source, fields, floor, most);
  }

  /** The record of those fields as an SQL expression over {@code f.body}. */
  String record() {
    var built = new StringBuilder("json_build_object(");
    for (var field : fields) {
      built.append(built.charAt(built.length() - 1) == '(' ? "" : ", ");
      built.append('\'').append(field).append("', f.body->'").append(field).append('\'');
    }
    return built.append(')').toString();
  }

  /** Fields become part of a statement, so nothing but a name is one. */
  private static String field(String name) {
    if (!FIELD.matcher(name).matches()) {
      throw UNREADABLE.about("an outline's fields are names of fields");
    }
    return name;
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
