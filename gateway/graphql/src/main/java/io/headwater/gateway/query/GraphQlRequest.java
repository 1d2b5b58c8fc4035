package io.headwater.gateway.query;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request of GraphQL over HTTP, well formed: a query, and of the other three each null or of its
 * type.
 *
 * @param query the document
 * @param body the request as the engine takes it
 */
record GraphQlRequest(String query, JsonObject body) {

  private static final Map<String, ValueType> OPTIONAL =
      Map.of(
          "operationName", ValueType.STRING,
          "variables", ValueType.OBJECT,
          "extensions", ValueType.OBJECT);

  /** What is wrong with a request, in words for its sender. */
  static final class Malformed extends Exception {
    Malformed(String message) {
      super(message, null, false, false);
    }
  }

  /** The request in the body of a POST. */
  static GraphQlRequest parse(byte[] body) throws Malformed {
    JsonValue value;
    try (var reader =
        Json.createReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
      value = reader.readValue();
    } catch (JsonException | IllegalStateException e) {
      throw new Malformed("the body is not JSON");
    }
    if (value.getValueType() != ValueType.OBJECT) {
      throw new Malformed("the body is not a JSON object");
    }
    return of(value.asJsonObject());
  }

  /** The request in the query string of a GET. */
  static GraphQlRequest of(String query, String operationName, String variables, String extensions)
      throws Malformed {
    var body = Json.createObjectBuilder();
    if (query != null) {
      body.add("query", query);
    }
    if (operationName != null && !operationName.isEmpty()) {
      body.add("operationName", operationName);
    }
    add(body, "variables", variables);
    add(body, "extensions", extensions);
    return of(body.build());
  }

  private static void add(jakarta.json.JsonObjectBuilder body, String name, String text)
      throws Malformed {
    if (text == null || text.isEmpty()) {
      return;
    }
    try (var reader = Json.createReader(new StringReader(text))) {
      body.add(name, reader.readValue());
    } catch (JsonException | IllegalStateException e) {
      throw new Malformed(name + " is not JSON");
    }
  }

  private static GraphQlRequest of(JsonObject body) throws Malformed {
    var clean = Json.createObjectBuilder();
    if (!body.containsKey("query") || body.get("query").getValueType() != ValueType.STRING) {
      throw new Malformed("query must be a string");
    }
    clean.add("query", body.get("query"));
    for (var optional : OPTIONAL.entrySet()) {
      var value = body.getOrDefault(optional.getKey(), JsonValue.NULL);
      if (value.getValueType() == optional.getValue()) {
        clean.add(optional.getKey(), value);
      } else if (value.getValueType() != ValueType.NULL) {
        throw new Malformed(
            optional.getKey()
                + (optional.getValue() == ValueType.STRING
                    ? " must be a string"
                    : " must be an object"));
      }
    }
    return new GraphQlRequest(body.getString("query"), clean.build());
  }
}
