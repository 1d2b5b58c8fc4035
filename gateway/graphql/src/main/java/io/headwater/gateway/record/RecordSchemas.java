package io.headwater.gateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The published JSON Schemas of the bulk records, compiled once. */
final class RecordSchemas {

  private static final String COMMON = "common.schema.json#/$defs/";

  private final Map<RecordKind, Check> checks = new EnumMap<>(RecordKind.class);
  private final JsonNode words;

  /** Reads the schemas from the class path. */
  RecordSchemas(ObjectMapper json) {
    words = read(json, "common").path("$defs");
    for (var kind : RecordKind.values()) {
      checks.put(kind, compile(read(json, kind.spelled())));
    }
  }

  /** What is wrong with a record of the kind; empty when nothing is. */
  List<Fault> faults(RecordKind kind, JsonNode record) {
    var faults = new ArrayList<Fault>();
    checks.get(kind).apply(record, "/record", faults);
    return faults;
  }

  private static JsonNode read(ObjectMapper json, String name) {
    String path = "/records/" + name + ".schema.json";
    try (InputStream in = RecordSchemas.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no schema " + path);
      }
      return json.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Check compile(JsonNode schema) {
    if (schema.has("$ref")) {
      String ref = schema.get("$ref").textValue();
      if (!ref.startsWith(COMMON)) {
        throw new IllegalStateException("unknown reference " + ref);
      }
      return compile(words.path(ref.substring(COMMON.length())));
    }
    if (schema.has("oneOf")) {
      var branches = new HashMap<String, Check>();
      schema
          .get("oneOf")
          .forEach(b -> branches.put(b.at("/properties/type/const").textValue(), compile(b)));
      return new Check.OneOfCheck("type", branches);
    }
    if (schema.has("const")) {
      return new Check.EnumCheck(Set.of(schema.get("const").textValue()));
    }
    if (schema.has("enum")) {
      return new Check.EnumCheck(texts(schema.get("enum")));
    }
    return switch (schema.path("type").asText("")) {
      case "object" -> object(schema);
      case "array" -> new Check.ArrayCheck(compile(schema.get("items")));
      default -> value(schema);
    };
  }

  private Check object(JsonNode schema) {
    var properties = new HashMap<String, Check>();
    schema
        .path("properties")
        .properties()
        .forEach(p -> properties.put(p.getKey(), compile(p.getValue())));
    return new Check.ObjectCheck(
        properties,
        List.copyOf(texts(schema.path("required"))),
        schema.path("additionalProperties").asBoolean(true));
  }

  private static Check value(JsonNode schema) {
    var types = schema.get("type");
    return new Check.ValueCheck(
        types.isArray() ? texts(types) : Set.of(types.textValue()),
        schema.has("pattern") ? Pattern.compile(schema.get("pattern").textValue()) : null,
        Format.of(schema.path("format").asText("")),
        schema.path("minLength").asInt(0),
        schema.path("maxLength").asInt(10_000),
        schema.has("minimum") ? schema.get("minimum").longValue() : null);
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new HashSet<String>();
    list.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
