package io.headwater.gateway.fake;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** The gateway as a client meets it. */
public final class Door {

  /** The operator's key on the stack of the tests. */
  public static final String OPERATOR = "operator-key-of-the-tests";

  private Door() {}

  /** The key of a new, empty practice. */
  public static String newPractice() {
    return with(OPERATOR)
        .contentType("application/json")
        .body(Map.of("id", "practice-" + UUID.randomUUID(), "name", "Cedar Hollow"))
        .post("/v1/practices")
        .then()
        .statusCode(201)
        .extract()
        .path("apiKey");
  }

  /** A request with a key. */
  public static RequestSpecification with(String key) {
    return given().header("X-API-Key", key);
  }

  /** Asks a GraphQL question. */
  public static Response ask(String key, String query) {
    return with(key).contentType("application/json").body(Map.of("query", query)).post("/graphql");
  }
}
