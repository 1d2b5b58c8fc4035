package io.headwater.chassis.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What facts can be found by.
 *
 * @param name the key's name in queries
 * @param values reads the values from a record; none where the record does not say
 */
public record Key(String name, Function<JsonNode, Stream<String>> values) {

  /** A key of the same name as the record's field. */
  public static Key of(String field) {
    return from(field, field);
  }

  /** A key whose values stand in any of several fields, each a text or a list of texts. */
  public static Key from(String name, String... fields) {
    return new Key(name, node -> Arrays.stream(fields).flatMap(field -> texts(node.path(field))));
  }

  /**
   * The key {@code transmission}: group and transaction control numbers, as {@code
   * <group>/<transaction>}.
   */
  public static Key transmission(Function<JsonNode, JsonNode> at) {
    return new Key(
        "transmission",
        node -> {
          var sent = at.apply(node);
          return sent.hasNonNull("group") && sent.hasNonNull("transaction")
              ? Stream.of(sent.get("group").asText() + "/" + sent.get("transaction").asText())
              : Stream.empty();
        });
  }

  private static Stream<String> texts(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false).flatMap(Key::texts);
    }
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Stream.of(value.asText())
        : Stream.empty();
  }
}
