package io.headwater.gateway;

import static io.headwater.gateway.fake.Door.ask;
import static io.headwater.gateway.fake.Door.newPractice;
import static io.headwater.gateway.fake.Door.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.headwater.gateway.fake.FakeServices;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Remittances that come under strange numbers or do not balance, and what people make of them. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(FakeServices.class)
class RemittanceIT {

  private static final String QUEUE = "/v1/remittances/unmatched";
  private static final String WHY =
      "{whyDenied(controlNumber:\"CLM-9001\"){verdict completeness{missing{service reason}}"
          + " claim{remittances{record trace balanced match{by confidence sentAs actor reason}}}}}";

  private final String fake =
      ConfigProvider.getConfig().getValue(FakeServices.ADDRESS, String.class);
  private String key;

  @BeforeEach
  void aClaimThatWasSent() throws IOException {
    key = newPractice();
    send(text("837.x12"));
  }

  @AfterEach
  void allWell() {
    mode(200);
  }

  @Test
  void aNumberOfThePayersOwnIsMatchedByMemberAndServiceAndSaidToBe() throws IOException {
    send(text("835.x12").replace("CLP*CLM-9001", "CLP*77120094"));

    given().get(fake + "/counts");
    ask(key, WHY)
        .then()
        .body("data.whyDenied.verdict", equalTo("DENIED"))
        .body("data.whyDenied.claim.remittances[0].match.by", equalTo("MEMBER_AND_SERVICE"))
        .body("data.whyDenied.claim.remittances[0].match.sentAs", equalTo("77120094"))
        .body("data.whyDenied.completeness.missing.service", hasItem("PAYMENTS"));
    assertThat(given().get(fake + "/counts").jsonPath().getMap("").values()).containsOnly(1);
    with(key).get(QUEUE).then().statusCode(200).body("remittances", empty());
  }

  @Test
  void whatFitsNoClaimWaitsForAPersonWhoseWordTheNextQueryGoesBy() throws IOException {
    send(
        text("835.x12")
            .replace("CLP*CLM-9001", "CLP*77120094")
            .replace("NSH44120087", "NSH99999999"));

    ask(key, WHY).then().body("data.whyDenied.verdict", equalTo("PENDING"));
    String id =
        with(key)
            .get(QUEUE)
            .then()
            .statusCode(200)
            .body("remittances.reasons", contains(List.of("UNKNOWN_CLAIM")))
            .body("remittances[0].controlNumber", equalTo("77120094"))
            .body("remittances[0].serviceDate", equalTo("2026-03-10"))
            .body("missing", empty())
            .extract()
            .path("remittances[0].id");

    match(id, Map.of("controlNumber", "CLM-9001", "reason", "same visit", "actor", "desk 2"))
        .then()
        .statusCode(201)
        .body("record.actor", equalTo("desk 2"));

    with(key).get(QUEUE).then().body("remittances", empty());
    ask(key, WHY)
        .then()
        .body("data.whyDenied.verdict", equalTo("DENIED"))
        .body("data.whyDenied.claim.remittances[0].match.by", equalTo("PERSON"))
        .body("data.whyDenied.claim.remittances[0].match.actor", equalTo("desk 2"))
        .body("data.whyDenied.claim.remittances[0].match.reason", equalTo("same visit"));
  }

  @Test
  void whatDoesNotBalanceIsKeptFlaggedAndQueued() throws IOException {
    send(text("835.x12").replace("CAS*CO*197*185", "CAS*CO*197*184.99"));

    ask(key, WHY)
        .then()
        .body("data.whyDenied.claim.remittances[0].balanced", equalTo(false))
        .body("data.whyDenied.claim.remittances[0].match.by", equalTo("LINE_CONTROL"))
        .body(
            "data.whyDenied.completeness.missing.reason",
            hasItem("Remittance TR9001 does not balance."));
    with(key)
        .get(QUEUE + "?reason=UNBALANCED")
        .then()
        .body("remittances.kind", contains("claim-payment"))
        .body(
            "remittances[0].failing",
            hasItem("line 1 of claim CLM-9001: SVC02 - CAS = SVC03: 0.01 is not 0"));
    with(key).get(QUEUE + "?reason=UNKNOWN_CLAIM").then().body("remittances", empty());
  }

  @Test
  void aPaymentWhoseSumDoesNotHoldIsQueuedAsAWhole() throws IOException {
    send(text("835.x12").replace("BPR*I*0*", "BPR*I*9.99*"));

    ask(key, WHY).then().body("data.whyDenied.claim.remittances[0].balanced", equalTo(false));
    with(key)
        .get(QUEUE + "?reason=UNBALANCED")
        .then()
        .body("remittances.kind", contains("remittance"))
        .body("remittances[0].controlNumber", nullValue());
  }

  @Test
  void whatCannotBeReadOrIsNotAllowedIsRefused() {
    match("any", Map.of("reason", "no number")).then().statusCode(422);
    match("any", Map.of("controlNumber", "CLM-9001")).then().statusCode(422);
    match("any", Map.of("controlNumber", 7, "reason", "x")).then().statusCode(422);
    match("any", Map.of("controlNumber", "CLM-9001", "reason", "x", "typo", 1))
        .then()
        .statusCode(422);
    match("~?", Map.of("controlNumber", "CLM-9001", "reason", "x")).then().statusCode(404);
    with(key).get(QUEUE + "?reason=SOME").then().statusCode(400);
    with(key).get(QUEUE + "?limit=many").then().statusCode(400);
    String reader = issue("claims:read");
    with(reader)
        .contentType("application/json")
        .body(Map.of("controlNumber", "CLM-9001", "reason", "x"))
        .post("/v1/remittances/any/match")
        .then()
        .statusCode(403);
    with(issue("records:write")).get(QUEUE).then().statusCode(403);
  }

  @Test
  void withoutPaymentsTheQueueIsAskedAgainLater() {
    mode(503);

    with(key).get(QUEUE).then().statusCode(503).body("code", equalTo("SERVICE_AWAY"));
  }

  private io.restassured.response.Response match(String id, Map<String, Object> body) {
    return with(key)
        .contentType("application/json")
        .body(body)
        .post("/v1/remittances/" + id + "/match");
  }

  private String issue(String scope) {
    return with(key)
        .contentType("application/json")
        .body(Map.of("scopes", List.of(scope)))
        .post("/v1/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("apiKey");
  }

  private void send(String x12) {
    with(key).body(x12.getBytes(StandardCharsets.UTF_8)).post("/v1/x12").then().statusCode(201);
  }

  private void mode(int status) {
    given().put(fake + "/mode/payments/" + status).then().statusCode(200);
  }

  private static String text(String file) throws IOException {
    try (var in = Objects.requireNonNull(RemittanceIT.class.getResourceAsStream("/x12/" + file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
