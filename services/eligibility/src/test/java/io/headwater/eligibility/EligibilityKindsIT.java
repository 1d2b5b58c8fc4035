package io.headwater.eligibility;

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
    initArgs = @ResourceArg(name = "service", value = "eligibility"))
class EligibilityKindsIT {

  private static final String MARCH_1 = "2026-03-01T12:00:00Z";

  @TestHTTPResource("/")
  URI service;

  private FactsClient facts;

  @BeforeEach
  void newPractice() {
    facts = FactsClient.of(service, UUID.randomUUID());
  }

  @Test
  void aPatientIsFoundByPatientId() {
    facts.record(fact("patient", MARCH_1, "\"patientId\":\"P1\""));
    found("patient", "P1", "patientId", "P1");
  }

  @Test
  void aCoverageIsFoundByPatientMemberGroupAndPayer() {
    facts.record(
        fact(
            "coverage",
            MARCH_1,
            "\"coverageId\":\"CV-1\",\"patientId\":\"P1\",\"memberId\":\"W1\",\"groupNumber\":\"G1\",\"payerId\":\"60054\""));
    found("coverage", "CV-1", "patientId", "P1");
    found("coverage", "CV-1", "memberId", "W1");
    found("coverage", "CV-1", "groupNumber", "G1");
    found("coverage", "CV-1", "payerId", "60054");
  }

  @Test
  void aCheckIsFoundByTheMemberIdSentAndByTheOneReturned() {
    facts.record(
        fact(
            "eligibility-check",
            MARCH_1,
            "\"checkId\":\"EC-1\",\"patientId\":\"P1\",\"payerId\":\"60054\",\"memberIdSent\":\"W1\",\"returnedMemberId\":\"W2\""));
    found("eligibility-check", "EC-1", "memberId", "W1");
    found("eligibility-check", "EC-1", "memberId", "W2");
  }

  @Test
  void anInquiryANoticeAndABookingAreFound() {
    facts.record(
        fact(
            "eligibility-inquiry",
            MARCH_1,
            "\"inquiryId\":\"EI-1\",\"memberIdSent\":\"W1\",\"payerId\":\"60054\""),
        fact(
            "coverage-notice",
            MARCH_1,
            "\"noticeId\":\"N-1\",\"patientId\":\"P1\",\"payerId\":\"60054\",\"groupNumber\":\"G1\""),
        fact(
            "schedule-event",
            MARCH_1,
            "\"eventId\":\"S-1\",\"patientId\":\"P1\",\"fromNpi\":\"1234567893\",\"toNpi\":\"1245319599\""));
    found("eligibility-inquiry", "EI-1", "memberId", "W1");
    found("coverage-notice", "N-1", "groupNumber", "G1");
    found("schedule-event", "S-1", "npi", "1245319599");
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
