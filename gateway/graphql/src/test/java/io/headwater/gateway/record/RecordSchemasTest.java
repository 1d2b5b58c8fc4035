package io.headwater.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published examples, to which an independent validator holds the schemas too. */
class RecordSchemasTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final RecordSchemas schemas = new RecordSchemas(JSON);

  @TestFactory
  Stream<DynamicTest> everyGoodRecordIsAccepted() {
    return examples("good")
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.get("kind").textValue(),
                    () ->
                        assertThat(schemas.faults(kind(line), line.get("record")))
                            .as(line.toString())
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyBadRecordIsRefusedWhereItIsBad() {
    return examples("bad")
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.get("kind").textValue() + " " + line.get("pointer").textValue(),
                    () ->
                        assertThat(schemas.faults(kind(line), line.get("record")))
                            .as(line.toString())
                            .extracting(Fault::pointer)
                            .anyMatch(p -> p.startsWith(line.get("pointer").textValue()))));
  }

  @Test
  void aNullIsAMissingField() throws IOException {
    var payer = JSON.readTree("{\"payerId\":\"P\",\"name\":null,\"type\":null}");

    assertThat(schemas.faults(RecordKind.PAYER, payer))
        .containsExactly(new Fault("/record/name", "is required"));
  }

  @Test
  void aPointerEscapesWhatJsonPointersEscape() throws IOException {
    var payer = JSON.readTree("{\"payerId\":\"P\",\"name\":\"N\",\"a/b~c\":1}");

    assertThat(schemas.faults(RecordKind.PAYER, payer))
        .extracting(Fault::pointer)
        .containsExactly("/record/a~1b~0c");
  }

  private static RecordKind kind(JsonNode line) {
    return RecordKind.parse(line.get("kind").textValue()).orElseThrow();
  }

  private static Stream<JsonNode> examples(String name) {
    String path = "/records/examples/" + name + ".ndjson";
    try (var in = Objects.requireNonNull(RecordSchemas.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(RecordSchemasTest::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
