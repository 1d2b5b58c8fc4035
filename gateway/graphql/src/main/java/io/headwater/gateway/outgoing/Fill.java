package io.headwater.gateway.outgoing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** Completes a record from others; what it says itself stands. */
final class Fill {

  private Fill() {}

  /** Takes a field of another record under a name of its own, where it says nothing itself. */
  static void from(ObjectNode record, String field, JsonNode other, String otherField) {
    value(record, field, other.path(otherField));
  }

  /** Takes a value, where the record says nothing itself. */
  static void value(ObjectNode record, String field, JsonNode value) {
    if (!record.hasNonNull(field) && !value.isMissingNode() && !value.isNull()) {
      record.set(field, value);
    }
  }

  /** A text, or null. */
  static String text(JsonNode record, String field) {
    return record.path(field).asText(null);
  }

  /** The name of a provider, written as a person writes it: the family name is the last word. */
  static ObjectNode person(ObjectNode into, String name) {
    var words = Objects.requireNonNull(name).replaceFirst(",.*$", "").strip();
    var cut = words.lastIndexOf(' ');
    if (cut > 0) {
      into.put("first", words.substring(0, cut).strip());
    }
    into.put("last", words.substring(cut + 1));
    return into;
  }
}
