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

  private void found(String kind, String id, String key, String value) {
    var selector =
        """
        {"rounds":[[{"kind":"%s","by":"%s","values":["%s"]}]]}"""
            .formatted(kind, key, value);
    assertThat(facts.query(selector))
        .as("%s by %s %s", kind, key, value)
        .singleElement()
        .asString()
        .contains("\"id\":\"" + id + "\"");
  }
}
