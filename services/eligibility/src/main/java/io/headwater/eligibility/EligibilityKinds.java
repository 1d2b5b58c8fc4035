package io.headwater.eligibility;

import io.headwater.chassis.history.FactKinds;
import io.headwater.chassis.history.Key;
import io.headwater.chassis.history.Kind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The kinds of fact that this service owns, and what each can be found by. */
class EligibilityKinds {

  @Produces
  @Singleton
  static FactKinds owned() {
    return FactKinds.of(
        Kind.ofPatients("patient", "patientId", Key.of("patientId")),
        Kind.ofPatients(
            "coverage",
            "coverageId",
            Key.of("patientId"),
            Key.of("memberId"),
            Key.of("groupNumber"),
            Key.of("payerId")),
        Kind.ofPatients(
            "eligibility-check",
            "checkId",
            Key.of("patientId"),
            Key.from("memberId", "memberIdSent", "returnedMemberId"),
            Key.of("payerId")),
        Kind.ofPatients(
            "eligibility-inquiry",
            "inquiryId",
            Key.of("patientId"),
            Key.from("memberId", "memberIdSent"),
            Key.of("payerId")),
        Kind.ofPatients(
            "coverage-notice",
            "noticeId",
            Key.of("patientId"),
            Key.of("payerId"),
            Key.of("groupNumber")),
        Kind.ofPatients(
            "schedule-event",
            "eventId",
            Key.of("patientId"),
            Key.from("npi", "npi", "fromNpi", "toNpi"),
            Key.of("payerId")));
  }
}
