package io.headwater.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published schemas, held to by an independent validator. */
class RecordSchemaTest {

  private static final String PUBLISHED = "https://headwater.example/schema/records/";

  /** What JSON Schema alone cannot say: check digits and the decimals of a number. */
  private static final Set<String> BEYOND_SCHEMA = Set.of("1900000113", "1.234");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.schemaMappers(mappers -> mappers.mapPrefix(PUBLISHED, "classpath:records/")));
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  @TestFactory
  Stream<DynamicTest> everyGoodRecordIsAccepted() {
    return lines("good")
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.get("kind").textValue(),
                    () -> assertThat(faults(line)).as(line.toString()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyBadRecordIsRefused() {
    return lines("bad")
        .filter(line -> BEYOND_SCHEMA.stream().noneMatch(odd -> valueAt(line).equals(odd)))
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.get("kind").textValue() + " " + line.get("pointer").textValue(),
                    () -> assertThat(faults(line)).as(line.toString()).isNotEmpty()));
  }

  @Test
  void everyKindHasGoodAndBadExamples() {
    var good = new TreeSet<String>();
    var bad = new TreeSet<String>();
    lines("good").forEach(line -> good.add(line.get("kind").textValue()));
    lines("bad").forEach(line -> bad.add(line.get("kind").textValue()));
    var published = new TreeSet<String>();
    read("line").at("/properties/kind/enum").forEach(k -> published.add(k.textValue()));

    assertThat(good).isEqualTo(published);
    assertThat(bad).isEqualTo(published);
  }

  private static String valueAt(JsonNode line) {
    return line.at(line.get("pointer").textValue()).asText("");
  }

  private Set<?> faults(JsonNode line) {
    String kind = line.get("kind").textValue();
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    var schema =
        schemas.computeIfAbsent(
            kind,
            k -> factory.getSchema(SchemaLocation.of(PUBLISHED + k + ".schema.json"), config));
    return schema.validate(line.get("record"));
  }

  private static JsonNode read(String name) {
    try (var in = RecordSchemaTest.class.getResourceAsStream("/records/" + name + ".schema.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> lines(String name) {
    try (var in =
        RecordSchemaTest.class.getResourceAsStream("/records/examples/" + name + ".ndjson")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(RecordSchemaTest::parse);
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
