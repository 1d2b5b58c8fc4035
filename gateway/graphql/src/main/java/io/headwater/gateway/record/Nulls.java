package io.headwater.gateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A null in a record says no more than a missing field, and is kept as one. */
final class Nulls {

  private Nulls() {}

  /** The same value without fields that are null, all the way down. */
  static JsonNode dropped(JsonNode value) {
    if (value instanceof ObjectNode object) {
      object.properties().removeIf(property -> property.getValue().isNull());
    }
    value.forEach(Nulls::dropped);
    return value;
  }
}
