package io.headwater.gateway;

import static io.headwater.gateway.fake.Door.ask;
import static io.headwater.gateway.fake.Door.newPractice;
import static io.headwater.gateway.fake.Door.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.headwater.gateway.fake.FakeServices;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one query, over services that count how often they are asked. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(FakeServices.class)
class WhyIT {

  private static final String ALL = "claims eligibility credentialing authorizations payments";
  private static final String WHY =
      "{whyDenied(controlNumber:\"CLM-9001\"){controlNumber verdict completeness{score"
          + " missing{service reason}} claim{controlNumber totalCharge payer{id name} patient{id}"
          + " remittances{trace status}}}}";

  private final String fake =
      ConfigProvider.getConfig().getValue(FakeServices.ADDRESS, String.class);
  private String key;

  @BeforeEach
  void aDeniedClaim() throws IOException {
    key = newPractice();
    with(key)
        .body(
            """
            {"kind":"payer","record":{"payerId":"NSH01","name":"Northstar Health"}}
            {"kind":"coverage","record":{"coverageId":"CV-1","patientId":"PT-1","payerId":"NSH01","memberId":"NSH44120087"}}
            """)
        .post("/v1/records")
        .then()
        .body("accepted", equalTo(2));
    for (String file : new String[] {"837.x12", "835.x12"}) {
      try (var in = Objects.requireNonNull(WhyIT.class.getResourceAsStream("/x12/" + file))) {
        with(key).body(in.readAllBytes()).post("/v1/x12").then().statusCode(201);
      }
    }
    given().get(fake + "/counts");
    given().get(fake + "/outlines");
  }

  @AfterEach
  void allWell() {
    for (String service : ALL.split(" ")) {
      mode(service, 200);
    }
  }

  @Test
  void aRuleOfTheNationResolvesThatNobodySent() {
    with(key)
        .queryParam("id", "NAT-TIME-90837")
        .get("/v1/facts/payer-policy")
        .then()
        .statusCode(200)
        .body("[0].version", equalTo(1))
        .body("[0].record.payerId", equalTo("*"))
        .body("[0].record.effective", equalTo("2013-01-01"))
        .body("[0].record.rule.minimumMinutes", equalTo(53));
    with(key).queryParam("id", "NAT-NONE").get("/v1/facts/payer-policy").then().statusCode(404);
  }

  @Test
  void theCodesOfThePayerAreSaidInPlainWords() {
    ask(
            key,
            "{whyDenied(controlNumber:\"CLM-9001\")"
                + "{lines{adjustments{reason label remarks remarkLabels scenario}}}}")
        .then()
        .statusCode(200)
        .body("data.whyDenied.lines[0].adjustments[0].label", notNullValue());
  }

  @Test
  void everyServiceIsAskedExactlyOnce() {
    ask(key, WHY)
        .then()
        .statusCode(200)
        .body("data.whyDenied.verdict", equalTo("DENIED"))
        .body("data.whyDenied.claim.payer.name", equalTo("Northstar Health"))
        .body("data.whyDenied.claim.patient.id", equalTo("PT-1"))
        .body("data.whyDenied.claim.totalCharge", equalTo(185))
        .body("data.whyDenied.claim.remittances[0].trace", equalTo("TR9001"));

    assertThat(counts())
        .isEqualTo(
            Map.of(
                "claims",
                1,
                "eligibility",
                1,
                "credentialing",
                1,
                "authorizations",
                1,
                "payments",
                1));
  }

  @Test
  void theRestOfThePracticeCostsNoMoreCalls() {
    with(key)
        .body(
            """
            {"kind":"coverage","record":{"coverageId":"CV-2","patientId":"PT-2","payerId":"NSH01","memberId":"NSH2"}}
            {"kind":"claim","record":{"controlNumber":"CLM-2","payerId":"NSH01","patientId":"PT-2","renderingNpi":"1900000112"}}
            """)
        .post("/v1/records")
        .then()
        .body("accepted", equalTo(2));
    given().get(fake + "/counts");

    ask(key, "{whyDenied(controlNumber:\"CLM-9001\"){blastRadius{openClaims} idle{days rescues}}}")
        .then()
        .statusCode(200)
        .body("data.whyDenied.blastRadius.openClaims", equalTo(0));

    assertThat(counts().values()).hasSize(5).containsOnly(1);
    assertThat(outlines().keySet()).contains("claims", "eligibility");
  }

  @Test
  void theRestOfThePracticeIsAskedForOnlyWhereItIsWanted() {
    ask(key, WHY).then().statusCode(200);

    assertThat(outlines().values()).allMatch(count -> count == 0);
  }

  @Test
  void scriptsAskAboutAnyNumberOfClaimsALineEach() {
    var lines =
        with(key)
            .contentType("text/plain")
            .body("none\nCLM-9001\nCLM-9001\n")
            .post("/v1/why?verdict=DENIED")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString()
            .lines()
            .toList();

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).contains("\"controlNumber\":\"CLM-9001\"", "\"DENIED\"");
    assertThat(counts().values()).containsOnly(1);
  }

  @Test
  void aVerdictThatDoesNotExistIsRefused() {
    with(key)
        .contentType("text/plain")
        .body("CLM-9001")
        .post("/v1/why?verdict=LOST")
        .then()
        .statusCode(400)
        .body("code", equalTo("PARAMETER_INVALID"));
  }

  @Test
  void whatIsNoListOfControlNumbersIsRefused() {
    for (var body : java.util.List.of("{\"controlNumbers\":[\"CLM-9001\"]}", " \n")) {
      with(key)
          .contentType("text/plain")
          .body(body)
          .post("/v1/why")
          .then()
          .statusCode(400)
          .body("code", equalTo("PARAMETER_INVALID"));
    }
  }

  @Test
  void manyClaimsCostNoMoreCalls() {
    ask(key, "{whyDeniedAll(controlNumbers:[\"CLM-9001\",\"CLM-9001\",\"none\"]){controlNumber}}")
        .then()
        .statusCode(200)
        .body("data.whyDeniedAll.controlNumber", equalTo(java.util.List.of("CLM-9001")));

    assertThat(counts().values()).containsOnly(1);
  }

  @Test
  void aServiceThatFailsIsNamedAndNeverReadAsNothing() {
    mode("authorizations", 500);

    ask(key, WHY)
        .then()
        .statusCode(200)
        .body("data.whyDenied.completeness.missing.service", hasItem("AUTHORIZATIONS"));
  }

  @Test
  void withoutClaimsThePaymentsAreStillRead() {
    mode("claims", 503);

    ask(key, WHY)
        .then()
        .statusCode(200)
        .body("data.whyDenied.controlNumber", equalTo("CLM-9001"))
        .body("data.whyDenied.completeness.missing.service", hasItem("CLAIMS"));
    assertThat(counts()).containsEntry("payments", 1);
  }

  @Test
  void withoutAnyServiceTheQuestionIsAskedAgainLater() {
    for (String service : ALL.split(" ")) {
      mode(service, 503);
    }

    ask(key, WHY)
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("errors[0].extensions.code", equalTo("SERVICE_AWAY"));
  }

  @Test
  void aConfirmedCauseIsKeptWithOneCallAService() {
    ask(key, confirm("CLM-9001", "AUTH.ABSENT"))
        .then()
        .statusCode(200)
        .body("data.confirmCause.id", equalTo("cause:CLM-9001"))
        .body("data.confirmCause.cause", equalTo("AUTH.ABSENT"))
        .body("data.confirmCause.payerId", equalTo("NSH01"));

    assertThat(counts().values()).containsOnly(1);
  }

  @Test
  void whatIsNoCauseAndWhatIsNoClaimCannotBeConfirmed() {
    ask(key, confirm("CLM-9001", "AUTH.NO_SUCH"))
        .then()
        .body("errors[0].extensions.code", equalTo("PARAMETER_INVALID"));
    ask(key, confirm("CLM-0000", "AUTH.ABSENT"))
        .then()
        .body("errors[0].extensions.code", equalTo("CLAIM_NOT_FOUND"));
  }

  private static String confirm(String claim, String cause) {
    return "mutation{confirmCause(controlNumber:\"%s\",cause:\"%s\",by:\"desk 2\"){id cause payerId}}"
        .formatted(claim, cause);
  }

  @Test
  void aClaimOfAnotherPracticeDoesNotExist() {
    ask(newPractice(), WHY)
        .then()
        .statusCode(200)
        .body("errors[0].extensions.code", equalTo("CLAIM_NOT_FOUND"));
  }

  private void mode(String service, int status) {
    given().put(fake + "/mode/" + service + "/" + status).then().statusCode(200);
  }

  private Map<String, Integer> outlines() {
    return given().get(fake + "/outlines").jsonPath().getMap("");
  }

  private Map<String, Integer> counts() {
    return given().get(fake + "/counts").jsonPath().getMap("");
  }
}
