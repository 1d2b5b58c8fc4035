package io.headwater.rootcause.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a payer answered about a patient's coverage (X12 271). */
public record EligibilityCheck(
    String checkId,
    String patientId,
    String payerId,
    Instant requestedAt,
    LocalDate serviceDate,
    List<String> serviceTypes,
    String memberIdSent,
    String result,
    String returnedMemberId,
    LocalDate planBegin,
    LocalDate planEnd,
    List<Benefit> benefits,
    List<String> rejectReasons) {
  /** Missing lists are empty. */
  public EligibilityCheck {
    serviceTypes = serviceTypes == null ? List.of() : List.copyOf(serviceTypes);
    benefits = benefits == null ? List.of() : List.copyOf(benefits);
    rejectReasons = rejectReasons == null ? List.of() : List.copyOf(rejectReasons);
  }

  /** Names nobody: records of people do not print. */
  @Override
  public String toString() {
    return "EligibilityCheck";
  }
}
