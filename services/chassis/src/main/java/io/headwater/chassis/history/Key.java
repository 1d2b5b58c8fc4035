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
   * The key {@code transmission} of what was sent: as {@code <group>/<transaction>}, and also as
   * {@code <group>}, {@code ISA <interchange>} and {@code BHT <batch>}, since a 999 may speak of
   * the group only, a TA1 does of the interchange, and a 277CA may of the batch. Leading zeros mean
   * nothing.
   */
  public static Key transmission(Function<JsonNode, JsonNode> at) {
    return new Key(
        "transmission",
        node -> {
          var sent = at.apply(node);
          return Stream.of(ofSet(sent), ofGroup(sent), ofInterchange(sent), ofBatch(sent))
              .flatMap(key -> key);
        });
  }

  /**
   * The key {@code transmission} of an acknowledgment: the narrowest thing it speaks of. One of a
   * group that held no claims ({@code functionalId} other than HC) has none.
   */
  public static Key acknowledged() {
    return new Key(
        "transmission",
        answer ->
            !answer.path("functionalId").asText("HC").equals("HC")
                ? Stream.empty()
                : answer.hasNonNull("transaction")
                    ? ofSet(answer)
                    : answer.hasNonNull("group")
                        ? ofGroup(answer)
                        : answer.hasNonNull("batch") ? ofBatch(answer) : ofInterchange(answer));
  }

  private static Stream<String> ofSet(JsonNode sent) {
    return sent.hasNonNull("group") && sent.hasNonNull("transaction")
        ? Stream.of(number(sent, "group") + "/" + number(sent, "transaction"))
        : Stream.empty();
  }

  private static Stream<String> ofGroup(JsonNode sent) {
    return sent.hasNonNull("group") ? Stream.of(number(sent, "group")) : Stream.empty();
  }

  private static Stream<String> ofInterchange(JsonNode sent) {
    return sent.hasNonNull("interchange")
        ? Stream.of("ISA " + number(sent, "interchange"))
        : Stream.empty();
  }

  private static Stream<String> ofBatch(JsonNode sent) {
    return sent.hasNonNull("batch")
        ? Stream.of("BHT " + sent.get("batch").asText())
        : Stream.empty();
  }

  private static String number(JsonNode sent, String field) {
    return sent.get(field).asText().replaceFirst("^0+(?=.)", "");
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
