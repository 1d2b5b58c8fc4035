package io.headwater.payments;

import static io.headwater.testkit.FactsClient.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.testkit.FactsClient;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kinds of this service, recorded once and found by each of their keys. */
@QuarkusTest
@WithTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "payments"))
class PaymentKindsIT {

  private static final String MARCH_1 = "2026-03-01T12:00:00Z";

  @TestHTTPResource("/")
  URI service;

  private FactsClient facts;

  @BeforeEach
  void newPractice() {
    facts = FactsClient.of(service, UUID.randomUUID());
  }

  @Test
  void aClaimPaymentIsFoundByClaimRemittanceMemberAndPayerControlNumber() {
    facts.record(
        fact(
            "claim-payment",
            MARCH_1,
            "\"claimPaymentId\":\"CP-1\",\"controlNumber\":\"CLM-1\",\"remittanceId\":\"R-1\",\"patientId\":\"W1\",\"payerControlNumber\":\"ICN1\""));
    found("claim-payment", "CP-1", "controlNumber", "CLM-1");
    found("claim-payment", "CP-1", "remittanceId", "R-1");
    found("claim-payment", "CP-1", "memberId", "W1");
    found("claim-payment", "CP-1", "payerControlNumber", "ICN1");
  }

  @Test
  void aRemittanceAScheduleAndACopayAreFound() {
    facts.record(
        fact("remittance", MARCH_1, "\"remittanceId\":\"R-1\",\"payerId\":\"60054\""),
        fact(
            "fee-schedule",
            MARCH_1,
            "\"feeScheduleId\":\"FS-1\",\"payerId\":\"60054\",\"version\":2"),
        fact(
            "patient-payment",
            MARCH_1,
            "\"paymentId\":\"PP-1\",\"patientId\":\"P1\",\"controlNumber\":\"CLM-1\""));
    found("remittance", "R-1", "payerId", "60054");
    found("fee-schedule", "FS-1", "id", "FS-1");
    found("patient-payment", "PP-1", "controlNumber", "CLM-1");
  }

  @Test
  void whatAPayerSentIsKeptOnceHoweverOftenAndWheneverItComes() throws Exception {
    var paid = "\"claimPaymentId\":\"CP-1\",\"controlNumber\":\"CLM-1\",\"paid\":\"80.00\"";
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int second = 10; second < 30; second++) {
        var at = "2026-03-01T12:00:%d.000001Z".formatted(second);
        threads.submit(() -> facts.record(fact("claim-payment", at, paid)));
      }
    }

    assertThat(versions("CLM-1")).singleElement().asString().contains("\"version\":1");
    facts.record(fact("claim-payment", "2026-04-01T12:00:00Z", paid.replace("80", "70")));
    assertThat(versions("CLM-1")).hasSize(2);
  }

  @Test
  void aDecisionIsFoundByItsClaimAndByThePaymentItIsAbout() {
    facts.record(
        fact(
            "claim-payment",
            MARCH_1,
            "\"claimPaymentId\":\"CP-1\",\"controlNumber\":\"77120094\",\"patientId\":\"nsh-44\""),
        fact(
            "remittance-match",
            "2026-03-02T12:00:00Z",
            "\"claimPaymentId\":\"CP-1\",\"controlNumber\":\"CLM-1\",\"reason\":\"same"
                + " visit\",\"actor\":\"desk\""));

    found("claim-payment", "CP-1", "memberId", "NSH44");
    found("remittance-match", "CP-1", "controlNumber", "CLM-1");
    assertThat(
            facts.query(
                """
                {"rounds":[[{"kind":"claim-payment","by":"memberId","values":["NSH44"]}],
                           [{"kind":"remittance-match","by":"id","from":"id"}]]}\
                """))
        .hasSize(2);
    assertThat(
            facts.query(
                """
                {"knownAt":"2026-03-01T23:00:00Z",
                 "rounds":[[{"kind":"remittance-match","by":"controlNumber","values":["CLM-1"]}],
                           [{"kind":"claim-payment","by":"id","from":"claimPaymentId"}]]}\
                """))
        .as("before the decision")
        .isEmpty();
  }

  @Test
  void whatDoesNotBalanceIsFoundByIt() {
    facts.record(
        fact(
            "claim-payment",
            MARCH_1,
            "\"claimPaymentId\":\"CP-1\",\"controlNumber\":\"CLM-1\",\"balanced\":true"),
        fact(
            "claim-payment",
            MARCH_1,
            "\"claimPaymentId\":\"CP-2\",\"controlNumber\":\"CLM-2\",\"balanced\":false"));

    found("claim-payment", "CP-2", "standing", "UNBALANCED");
  }

  @Test
  void theNumbersPaidAreToldWithoutThePayments() {
    facts.record(
        fact("claim-payment", MARCH_1, "\"claimPaymentId\":\"CP-2\",\"controlNumber\":\"B\""),
        fact("claim-payment", MARCH_1, "\"claimPaymentId\":\"CP-1\",\"controlNumber\":\"A\""),
        fact("claim-payment", MARCH_1, "\"claimPaymentId\":\"CP-3\",\"controlNumber\":\"A\""),
        fact("patient-payment", MARCH_1, "\"paymentId\":\"PP-1\",\"controlNumber\":\"C\""));

    assertThat(facts.get("fact-keys?kind=claim-payment&key=controlNumber").body())
        .isEqualTo("[\"A\",\"B\"]");
    assertThat(facts.get("fact-keys?kind=claim-payment&key=name").statusCode()).isEqualTo(400);
    assertThat(
            new FactsClient(service, "").get("fact-keys?kind=claim-payment&key=name").statusCode())
        .isEqualTo(401);
  }

  private java.util.List<String> versions(String claim) {
    return facts.query(
        """
        {"rounds":[[{"kind":"claim-payment","by":"controlNumber","values":["%s"]}]]}\
        """
            .formatted(claim));
  }

  private void found(String kind, String id, String key, String value) {
    var selector =
        """
        {"rounds":[[{"kind":"%s","by":"%s","values":["%s"]}]]}\
        """
            .formatted(kind, key, value);
    assertThat(facts.query(selector))
        .as("%s by %s %s", kind, key, value)
        .singleElement()
        .asString()
        .contains("\"id\":\"" + id + "\"");
  }
}
