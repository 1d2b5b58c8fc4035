package io.headwater.rootcause;

import java.time.Instant;
import java.util.List;

/** Other questions to the same dossier: about another claim, or as it was known earlier. */
final class Dossiers {
  private final Dossier d;

  Dossiers(Dossier dossier) {
    this.d = dossier;
  }

  Dossier about(String controlNumber) {
    return copy(controlNumber, d.knownAt(), Instant.MAX);
  }

  Dossier asOf(Instant instant) {
    return copy(d.controlNumber(), instant, instant);
  }

  private Dossier copy(String controlNumber, Instant knownAt, Instant until) {
    return new Dossier(
        controlNumber,
        knownAt,
        d.unavailable(),
        until(d.practiceProfiles(), until),
        until(d.payers(), until),
        until(d.locations(), until),
        until(d.providers(), until),
        until(d.patients(), until),
        until(d.coverages(), until),
        until(d.eligibilityChecks(), until),
        until(d.coverageNotices(), until),
        until(d.scheduleEvents(), until),
        until(d.enrollments(), until),
        until(d.groupLinkages(), until),
        until(d.supervisions(), until),
        until(d.authorizations(), until),
        until(d.encounters(), until),
        until(d.claims(), until),
        until(d.acknowledgments(), until),
        until(d.workEvents(), until),
        until(d.policies(), until),
        until(d.remittances(), until),
        until(d.claimPayments(), until),
        until(d.feeSchedules(), until),
        until(d.patientPayments(), until));
  }

  private static <T> List<Recorded<T>> until(List<Recorded<T>> records, Instant until) {
    return until.equals(Instant.MAX)
        ? records
        : records.stream().filter(r -> !r.recordedAt().isAfter(until)).toList();
  }
}
