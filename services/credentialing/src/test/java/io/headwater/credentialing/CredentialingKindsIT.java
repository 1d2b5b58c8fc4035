package io.headwater.credentialing;

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
    initArgs = @ResourceArg(name = "service", value = "credentialing"))
class CredentialingKindsIT {

  private static final String MARCH_1 = "2026-03-01T12:00:00Z";

  @TestHTTPResource("/")
  URI service;

  private FactsClient facts;

  @BeforeEach
  void newPractice() {
    facts = FactsClient.of(service, UUID.randomUUID());
  }

  @Test
  void aProviderAndAnEnrollmentAreFoundByNpi() {
    facts.record(
        fact("provider", MARCH_1, "\"npi\":\"1234567893\",\"name\":\"A\""),
        fact(
            "enrollment",
            MARCH_1,
            "\"enrollmentId\":\"EN-1\",\"npi\":\"1234567893\",\"payerId\":\"60054\",\"status\":\"LOADED\""));
    found("provider", "1234567893", "npi", "1234567893");
    found("enrollment", "EN-1", "npi", "1234567893");
    found("enrollment", "EN-1", "payerId", "60054");
  }

  @Test
  void aSupervisionIsFoundByEitherClinician() {
    facts.record(
        fact(
            "supervision",
            MARCH_1,
            "\"arrangementId\":\"SV-1\",\"superviseeNpi\":\"1234567893\",\"supervisorNpi\":\"1245319599\""));
    found("supervision", "SV-1", "npi", "1234567893");
    found("supervision", "SV-1", "npi", "1245319599");
  }

  @Test
  void aLinkageALocationAndTheProfileAreFound() {
    facts.record(
        fact(
            "group-linkage",
            MARCH_1,
            "\"linkageId\":\"GL-1\",\"npi\":\"1234567893\",\"payerId\":\"60054\""),
        fact("location", MARCH_1, "\"locationId\":\"L-1\",\"name\":\"Main\""),
        fact("practice-profile", MARCH_1, "\"groupNpi\":\"1245319599\",\"name\":\"Group\""));
    found("group-linkage", "GL-1", "payerId", "60054");
    found("location", "L-1", "locationId", "L-1");
    found("practice-profile", "1245319599", "id", "1245319599");
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
