package io.headwater.authorizations;

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
    initArgs = @ResourceArg(name = "service", value = "authorizations"))
class AuthorizationKindsIT {

  private static final String MARCH_1 = "2026-03-01T12:00:00Z";

  @TestHTTPResource("/")
  URI service;

  private FactsClient facts;

  @BeforeEach
  void newPractice() {
    facts = FactsClient.of(service, UUID.randomUUID());
  }

  @Test
  void anAuthorizationIsFoundByPatientMemberNumberAndPayer() {
    facts.record(
        fact(
            "authorization",
            MARCH_1,
            "\"authorizationId\":\"AU-1\",\"number\":\"A77\",\"patientId\":\"P1\",\"memberId\":\"W1\",\"payerId\":\"60054\",\"status\":\"APPROVED\""));
    found("authorization", "AU-1", "patientId", "P1");
    found("authorization", "AU-1", "memberId", "W1");
    found("authorization", "AU-1", "number", "A77");
    found("authorization", "AU-1", "payerId", "60054");
  }

  @Test
  void aRequestAndItsDecisionAreTwoVersions() {
    facts.record(
        fact(
            "authorization",
            MARCH_1,
            "\"authorizationId\":\"AU-1\",\"number\":\"A77\",\"status\":\"REQUESTED\""),
        fact(
            "authorization",
            "2026-03-03T12:00:00Z",
            "\"authorizationId\":\"AU-1\",\"number\":\"A77\",\"status\":\"DENIED\""));
    assertThat(facts.get("facts/authorization/AU-1").body().lines())
        .satisfiesExactly(
            asked -> assertThat(asked).contains("REQUESTED"),
            decided -> assertThat(decided).contains("DENIED"));
    assertThat(facts.get("facts/authorization/AU-1?knownAt=2026-03-02T00:00:00Z").body().lines())
        .hasSize(1);
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
