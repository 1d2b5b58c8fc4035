package io.headwater.chassis.history;

import static io.headwater.chassis.problem.ChassisProblem.UNKNOWN_KEY;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
  record Floor(String field, String day) {

    private boolean above(String record) throws IOException {
      try (var parser = JSON.createParser(record)) {
        parser.nextToken();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          if (name.equals(field)) {
            return parser.currentToken() == JsonToken.VALUE_STRING
                && parser.getText().compareTo(day) < 0;
          }
          parser.skipChildren();
        }
      }
      return false;
    }
  }

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

  /** A line that tells records in outline. */
  Line line() throws IOException {
    return new Line(this);
  }

  /** The line as it is written: {@code {"outline":"claim","rows":[...]}}. */
  static final class Line implements AutoCloseable {
    private final Outline outline;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = JSON.createGenerator(text);

    private Line(Outline outline) throws IOException {
      this.outline = outline;
      json.writeStartObject();
      json.writeStringField("outline", outline.kind().name());
      json.writeArrayFieldStart("rows");
    }

    /** Adds the fields that are wanted of a record; false when it is of too early a day. */
    boolean add(String record) throws IOException {
      if (outline.floor() != null && outline.floor().above(record)) {
        return false;
      }
      json.writeStartObject();
      try (var parser = JSON.createParser(record)) {
        parser.nextToken();
        for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
          var value = parser.nextToken();
          if (!outline.fields().contains(field)) {
            parser.skipChildren();
          } else if (value != JsonToken.VALUE_NULL) {
            json.writeFieldName(field);
            json.copyCurrentStructureExact(parser);
          }
        }
      }
      json.writeEndObject();
      return true;
    }

    String end() throws IOException {
      json.writeEndArray();
      json.writeEndObject();
      json.flush();
      return text.toString();
    }

    @Override
    public void close() throws IOException {
      json.close();
    }
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
