package io.headwater.gateway.query;

import io.headwater.gateway.problem.ProblemKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer of GraphQL over HTTP, in which every error has a stable code.
 *
 * @param body data and errors
 */
record GraphQlAnswer(JsonObject body) {

  /** The engine's result; an error without a code of ours gets one. */
  static GraphQlAnswer of(JsonObject result) {
    if (!result.containsKey("errors")) {
      return new GraphQlAnswer(result);
    }
    var errors = Json.createArrayBuilder();
    for (var error : result.getJsonArray("errors")) {
      errors.add(coded(error.asJsonObject()));
    }
    var body = Json.createObjectBuilder().add("errors", errors);
    if (result.containsKey("data")) {
      body.add("data", result.get("data"));
    }
    return new GraphQlAnswer(body.build());
  }

  /** A refusal before anything is executed. */
  static GraphQlAnswer refusal(String code, String message) {
    return new GraphQlAnswer(
        Json.createObjectBuilder()
            .add(
                "errors",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("message", message)
                            .add("extensions", Json.createObjectBuilder().add("code", code))))
            .build());
  }

  /** Whether execution began: a document that is refused as a whole has no data. */
  boolean executed() {
    return body.containsKey("data") && body.get("data").getValueType() != ValueType.NULL
        || !body.containsKey("errors");
  }

  /** The refusal that the whole answer comes to, where nothing else was found. */
  Optional<ProblemKind> refused() {
    if (!body.containsKey("errors") || anything()) {
      return Optional.empty();
    }
    return body.getJsonArray("errors").stream()
        .map(error -> error.asJsonObject().getJsonObject("extensions").getString("code"))
        .flatMap(GraphQlAnswer::kind)
        .findFirst();
  }

  private boolean anything() {
    var data = body.getOrDefault("data", JsonValue.NULL);
    return data.getValueType() == ValueType.OBJECT
        && data.asJsonObject().values().stream()
            .anyMatch(value -> value.getValueType() != ValueType.NULL);
  }

  private static Stream<ProblemKind> kind(String code) {
    return Stream.of(
            ProblemKind.SCOPE_MISSING,
            ProblemKind.PRACTICE_REQUIRED,
            ProblemKind.SERVICE_AWAY,
            ProblemKind.BUSY,
            ProblemKind.UNEXPECTED)
        .filter(kind -> kind.name().equals(code));
  }

  private static JsonObject coded(JsonObject error) {
    var extensions =
        error.get("extensions") instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
    String code =
        switch (extensions.getString("classification", "")) {
          case "InvalidSyntax" -> "QUERY_UNPARSEABLE";
          case "ValidationError" -> "QUERY_INVALID";
          default -> {
            String given = extensions.getString("code", "");
            yield given.matches("[A-Z_]+") ? given : "UNEXPECTED";
          }
        };
    return Json.createObjectBuilder(error)
        .add("extensions", Json.createObjectBuilder(extensions).add("code", code))
        .build();
  }
}
