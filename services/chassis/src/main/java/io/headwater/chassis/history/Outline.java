package io.headwater.chassis.history;

import static io.headwater.chassis.problem.ChassisProblem.UNKNOWN_KEY;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    Kind kind, List<String> keys, Source source, Set<String> fields, Floor floor, int most) {

  /** More than these are not answered, whatever is asked. */
  private static final int CEILING = 20_000;

  private static final JsonFactory JSON = new JsonFactory();

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
    var fields = Set.copyOf(texts(asked.path("fields")));
    var floor =
        asked.hasNonNull("floor")
            ? new Floor(asked.at("/floor/field").asText(""), asked.at("/floor/day").asText(""))
            : null;
    var most = Math.clamp(asked.path("most").asInt(CEILING), 1, CEILING);
    return new Outline(kind, keys, source, fields, floor, most);
  }

  /** What is kept of a record, whatever it is found by: the same for the same shape. */
  Shape shape() {
    return new Shape(kind.name(), fields, floor == null ? "" : floor.field());
  }

  /**
   * Which fields of which kind.
   *
   * @param dayField the field that says the day, or empty
   */
  record Shape(String kind, Set<String> fields, String dayField) {

    /** The wanted fields of a record. */
    Sketch sketch(String record) throws IOException {
      var text = new StringWriter(record.length() / 2);
      var day = "";
      try (var parser = JSON.createParser(record);
          var json = JSON.createGenerator(text)) {
        json.writeStartObject();
        parser.nextToken();
        for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
          var value = parser.nextToken();
          if (field.equals(dayField) && value == JsonToken.VALUE_STRING) {
            day = parser.getText();
          }
          if (!fields.contains(field)) {
            parser.skipChildren();
          } else if (value != JsonToken.VALUE_NULL) {
            json.writeFieldName(field);
            json.copyCurrentStructureExact(parser);
          }
        }
        json.writeEndObject();
      }
      return new Sketch(day, text.toString());
    }
  }

  /**
   * A record in outline.
   *
   * @param day its day as {@code YYYY-MM-DD}, or empty where it does not say
   * @param json the fields that were wanted
   */
  record Sketch(String day, String json) {}

  /** Whether a record is of the first day or later, or does not say. */
  boolean reaches(Sketch sketch) {
    return floor == null || sketch.day().isEmpty() || sketch.day().compareTo(floor.day()) >= 0;
  }

  /**
   * The line that tells records in outline: {@code {"outline":"claim","rows":[...]}}, the rows
   * parted by a comma and a tab, which JSON has nowhere inside a row.
   */
  String line(List<Sketch> sketches) {
    var line = new StringBuilder("{\"outline\":\"").append(kind.name()).append("\",\"rows\":[");
    var first = true;
    for (var sketch : sketches) {
      if (!first) {
        line.append(",\t");
      }
      first = false;
      line.append(sketch.json());
    }
    return line.append("]}").toString();
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
