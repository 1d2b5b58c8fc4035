package io.headwater.gateway;

import static io.headwater.gateway.fake.Door.newPractice;
import static io.headwater.gateway.fake.Door.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.headwater.gateway.fake.Door;
import io.headwater.gateway.fake.FakeServices;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox payer at its doors. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(FakeServices.class)
class SandboxIT {

  private String key;

  @BeforeEach
  void aNewPractice() {
    key = newPractice();
  }

  @Test
  void aPracticeHasNoneUntilItAsks() {
    with(key).get("/v1/sandbox").then().statusCode(200).body("payers", empty());
    claim("CLM-1", "P1");
    with(key).get("/v1/sandbox/answers").then().statusCode(200).body("", hasSize(0));
    clock("{\"advanceDays\": 1}").then().statusCode(404);
  }

  @Test
  void itIsSetUpAsAsked() {
    set("{\"payers\": [\"P1\"], \"days\": 7, \"defects\": [\"OLD_FEE_SCHEDULE\"], \"today\":"
            + " \"2026-04-01\"}")
        .then()
        .statusCode(200)
        .body("payers", contains("P1"))
        .body("days", equalTo(7))
        .body("defects", contains("OLD_FEE_SCHEDULE"))
        .body("today", equalTo("2026-04-01"));
    clock("{\"to\": \"2026-04-09\"}").then().statusCode(200).body("today", equalTo("2026-04-09"));
    clock("{\"advanceDays\": 2}").then().statusCode(200).body("today", equalTo("2026-04-11"));
    clock("{\"to\": \"2026-04-01\"}").then().statusCode(422).body("code", equalTo("BODY_INVALID"));
  }

  @Test
  void whatIsNotUnderstoodIsRefusedByItsName() {
    set("{\"payer\": [\"P1\"]}").then().statusCode(422).body("detail", containsString("/payer"));
    set("{\"payers\": [\"P1\"], \"days\": 400}").then().statusCode(422);
    set("{\"payers\": [\"P1\"], \"defects\": [\"RUDE\"]}").then().statusCode(422);
    set("{\"payers\": \"P1\"}").then().statusCode(422);
    set("{\"payers\": [\"P1\"]}").then().statusCode(200);
    clock("{}").then().statusCode(422);
    clock("{\"advanceDays\": -1}").then().statusCode(422);
    clock("{\"to\": \"tomorrow\"}").then().statusCode(422);
  }

  @Test
  void aKeyNeedsTheScope() {
    String poorer =
        with(key)
            .contentType("application/json")
            .body("{\"scopes\":[\"x12:read\"]}")
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .path("apiKey");

    with(poorer).get("/v1/sandbox").then().statusCode(200);
    with(poorer)
        .contentType("application/json")
        .body("{\"payers\": [\"P1\"]}")
        .put("/v1/sandbox")
        .then()
        .statusCode(403)
        .body("detail", equalTo("sandbox:write"));
  }

  @Test
  void aClaimIsAnsweredOnceAtTheDoorAndOnceInMoney() {
    set("{\"payers\": [\"P1\"], \"days\": 3, \"today\": \"2026-04-01\"}").then().statusCode(200);

    claim("CLM-1", "P1");
    claim("CLM-2", "ANOTHER");

    with(key)
        .get("/v1/sandbox/claims")
        .then()
        .statusCode(200)
        .body("controlNumber", contains("CLM-1"))
        .body("state", contains("ACCEPTED"))
        .body("dueOn", contains("2026-04-04"));
    var moved = clock("{\"advanceDays\": 3}").then().statusCode(200).extract().jsonPath();
    assertThat(moved.getList("answers.kind")).containsExactly("835");
    clock("{\"advanceDays\": 30}").then().statusCode(200).body("answers", hasSize(0));

    var answers = with(key).get("/v1/sandbox/answers").then().statusCode(200).extract().jsonPath();
    assertThat(answers.getList("kind")).containsExactly("835", "277CA");
    String remittance =
        with(key)
            .get("/v1/sandbox/answers/" + answers.getString("[0].id"))
            .then()
            .statusCode(200)
            .contentType("application/edi-x12")
            .extract()
            .asString();
    assertThat(remittance)
        .startsWith("ISA*00*")
        .contains("CLP*CLM-1*1*185*185**12*SB26091")
        .contains("BPR*I*185*C*CHK");
    with(key)
        .get("/v1/x12/" + answers.getString("[0].file") + "/records")
        .then()
        .statusCode(200)
        .body(containsString("\"balanced\":true"), containsString("\"CLM-1\""));
  }

  @Test
  void aClaimThatLacksSomethingIsTurnedAway() {
    set("{\"payers\": [\"P1\"], \"today\": \"2026-04-01\"}").then().statusCode(200);

    record(
        """
        {"kind":"claim","record":{"controlNumber":"CLM-9","payerId":"P1","patientId":"PT-1","memberId":"M1","renderingNpi":"1900000112","placeOfService":"11","submittedOn":"2026-03-20","lines":[{"number":1,"procedure":"90837","charge":"185.00","units":1,"serviceDate":"2026-03-11"}]}}
        """);

    with(key).get("/v1/sandbox/claims").then().body("state", contains("REJECTED"));
    with(key)
        .get("/v1/sandbox/answers")
        .then()
        .body("kind", contains("277CA"))
        .body("[0].says[0].text", containsString("A6:255"));
    clock("{\"advanceDays\": 60}").then().statusCode(200).body("answers", hasSize(0));
  }

  @Test
  void anotherPracticeSeesNothingOfIt() {
    set("{\"payers\": [\"P1\"], \"today\": \"2026-04-01\"}").then().statusCode(200);
    claim("CLM-1", "P1");
    String id = with(key).get("/v1/sandbox/answers").then().extract().path("[0].id");

    String other = newPractice();
    with(other).get("/v1/sandbox").then().body("payers", empty());
    with(other).get("/v1/sandbox/answers").then().body("", hasSize(0));
    with(other).get("/v1/sandbox/answers/" + id).then().statusCode(404);
  }

  @Test
  void whileAServiceIsAwayTheAnswerWaits() {
    set("{\"payers\": [\"P1\"], \"days\": 2, \"today\": \"2026-04-01\"}").then().statusCode(200);
    claim("CLM-1", "P1");
    outages("[\"ELIGIBILITY\"]");
    try {
      clock("{\"advanceDays\": 5}").then().statusCode(503).body("code", equalTo("SERVICE_AWAY"));
    } finally {
      outages("[]");
    }
    clock("{\"advanceDays\": 5}").then().statusCode(200).body("answers.kind", contains("835"));
  }

  private static void outages(String services) {
    with(Door.OPERATOR)
        .contentType("application/json")
        .body(services)
        .put("/v1/outages")
        .then()
        .statusCode(200);
  }

  private void claim(String number, String payer) {
    record(
        """
        {"kind":"claim","record":{"controlNumber":"%s","payerId":"%s","patientId":"PT-%s","memberId":"M-%s","renderingNpi":"1900000112","billingNpi":"1900000203","placeOfService":"11","diagnoses":["F41.1"],"submittedOn":"2026-03-20","lines":[{"number":1,"procedure":"90837","charge":"185.00","units":1,"serviceDate":"2026-03-11"}]}}
        """
            .formatted(number, payer, number, number));
  }

  private void record(String line) {
    with(key)
        .contentType("application/x-ndjson")
        .body(line.getBytes(StandardCharsets.UTF_8))
        .post("/v1/records")
        .then()
        .statusCode(200)
        .body("rejected", equalTo(0));
  }

  private Response set(String body) {
    return with(key).contentType("application/json").body(body).put("/v1/sandbox");
  }

  private Response clock(String body) {
    return with(key).contentType("application/json").body(body).post("/v1/sandbox/clock");
  }
}
