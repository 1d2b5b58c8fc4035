package io.headwater.gateway;

import static io.headwater.gateway.fake.Door.OPERATOR;
import static io.headwater.gateway.fake.Door.ask;
import static io.headwater.gateway.fake.Door.newPractice;
import static io.headwater.gateway.fake.Door.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.headwater.gateway.fake.FakeServices;
import io.headwater.testkit.EmbeddedDatabase;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in, and how refusals are told. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(FakeServices.class)
class DoorIT {

  @Test
  void withoutAKeyNobodyComesIn() {
    given()
        .get("/v1/x12")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("ApiKey"))
        .body("code", equalTo("API_KEY_REQUIRED"))
        .body("status", equalTo(401))
        .body("type", notNullValue())
        .body("title", notNullValue());
  }

  @Test
  void aWrongKeyIsRefusedEverywhere() {
    for (String door : new String[] {"/v1/x12", "/v1/records", "/graphql", "/no-such-door"}) {
      with("hw_live_wrong").get(door).then().statusCode(401);
    }
  }

  @Test
  void theAuthorizationHeaderIsAsGood() {
    given()
        .header("Authorization", "ApiKey " + newPractice())
        .get("/v1/x12")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/x12;a=b", "/v1/x12%3Ba", "/v1%2Fx12", "/v1%5Cx12", "/v1/../v1/x12"})
  void aPathThatCanBeReadInTwoWaysIsRefused(String path) {
    with(newPractice())
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(400)
        .body("code", equalTo("PATH_REFUSED"));
  }

  @Test
  void everyAnswerToAKeySaysWhatIsLeft() {
    with(newPractice())
        .get("/v1/x12")
        .then()
        .header("RateLimit", matchesPattern("\"requests\";r=\\d+;t=\\d+"))
        .header("RateLimit-Policy", matchesPattern("\"requests\";q=\\d+;w=60"));
  }

  @Test
  void onlyAnOperatorCreatesPractices() {
    with(newPractice())
        .contentType("application/json")
        .body(Map.of("id", "x"))
        .post("/v1/practices")
        .then()
        .statusCode(403)
        .body("code", equalTo("OPERATOR_REQUIRED"));
  }

  @Test
  void aKeyPassesOnSomeOfItsScopesAndNoOther() {
    String narrow =
        with(newPractice())
            .contentType("application/json")
            .body("{\"scopes\":[\"records:write\",\"keys:write\"]}")
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .path("apiKey");

    with(narrow).get("/v1/x12").then().statusCode(403).body("code", equalTo("SCOPE_MISSING"));
    ask(narrow, "{whyDenied(controlNumber:\"C\"){verdict}}")
        .then()
        .statusCode(403)
        .body("errors[0].extensions.code", equalTo("SCOPE_MISSING"));
    with(narrow)
        .contentType("application/json")
        .body("{\"scopes\":[\"x12:read\"]}")
        .post("/v1/keys")
        .then()
        .statusCode(403);
  }

  @Test
  void aRevokedKeyIsRefused() {
    String first = newPractice();
    var second =
        with(first)
            .contentType("application/json")
            .body("{\"scopes\":[\"x12:read\"]}")
            .post("/v1/keys")
            .jsonPath();

    with(second.getString("apiKey")).get("/v1/x12").then().statusCode(200);
    with(first).delete("/v1/keys/" + second.getString("id")).then().statusCode(204);
    with(second.getString("apiKey")).get("/v1/x12").then().statusCode(401);
  }

  @Test
  void theSameNamedRequestIsAnsweredOnce() {
    var body = Map.of("id", "named-" + System.nanoTime());
    var first = named("n1", body).then().statusCode(201).extract().<String>path("apiKey");

    named("n1", body)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("apiKey", equalTo(first));
    named("n1", Map.of("id", "another"))
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_CONFLICT"));
    assertThat(
            EmbeddedDatabase.running()
                .value("select count(*) from gateway.idempotency where answer like '%apiKey%'"))
        .isEqualTo("0");
  }

  private static io.restassured.response.Response named(String name, Map<String, String> body) {
    return with(OPERATOR)
        .header("Idempotency-Key", name)
        .contentType("application/json")
        .body(body)
        .post("/v1/practices");
  }

  @Test
  void aPracticeIsCreatedOnce() {
    var body = Map.of("id", "once-" + System.nanoTime());
    with(OPERATOR)
        .contentType("application/json")
        .body(body)
        .post("/v1/practices")
        .then()
        .statusCode(201);
    with(OPERATOR)
        .contentType("application/json")
        .body(body)
        .post("/v1/practices")
        .then()
        .statusCode(409);
  }

  @Test
  void aDatabaseThatIsAwayIsSaidAndComesBack() {
    String key = newPractice();
    with(key).get("/v1/x12").then().statusCode(200);
    EmbeddedDatabase.running().away();
    try {
      with(key)
          .get("/v1/x12")
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .body("code", equalTo("DATABASE_AWAY"));
      given().get("/q/health/live").then().statusCode(200);
    } finally {
      EmbeddedDatabase.running().back();
    }
    with(key).get("/v1/x12").then().statusCode(200);
  }

  @Test
  void contractsAndHealthNeedNoKey() {
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/openapi").then().statusCode(200).body("openapi", startsWith("3.1"));
    given().get("/graphql/schema.graphql").then().statusCode(200);
  }
}
