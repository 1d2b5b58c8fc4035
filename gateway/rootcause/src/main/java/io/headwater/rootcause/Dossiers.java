package io.headwater.rootcause;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Other questions to the same dossier: about another claim, or as it was known earlier. */
final class Dossiers {
  private final Dossier d;

  Dossiers(Dossier dossier) {
    this.d = dossier;
  }

  Dossier about(String controlNumber) {
    return copy(controlNumber, d.knownAt(), _ -> true, d.learned());
  }

  Dossier asOf(Instant instant) {
    return copy(d.controlNumber(), instant, r -> !r.recordedAt().isAfter(instant), d.learned());
  }

  /** The same question to only some of the records. */
  Dossier keeping(Predicate<Recorded<?>> kept, Learned learned) {
    return copy(d.controlNumber(), d.knownAt(), kept, learned);
  }

  /** Every record of the dossier. */
  List<Recorded<?>> records() {
    return Stream.<List<? extends Recorded<?>>>of(
            d.practiceProfiles(),
            d.payers(),
            d.locations(),
            d.providers(),
            d.patients(),
            d.coverages(),
            d.eligibilityChecks(),
            d.coverageNotices(),
            d.scheduleEvents(),
            d.enrollments(),
            d.groupLinkages(),
            d.supervisions(),
            d.authorizations(),
            d.encounters(),
            d.claims(),
            d.acknowledgments(),
            d.workEvents(),
            d.policies(),
            d.remittances(),
            d.claimPayments(),
            d.feeSchedules(),
            d.patientPayments(),
            d.outcomes())
        .<Recorded<?>>flatMap(List::stream)
        .toList();
  }

  private Dossier copy(
      String controlNumber, Instant knownAt, Predicate<Recorded<?>> kept, Learned learned) {
    return new Dossier(
        controlNumber,
        knownAt,
        d.unavailable(),
        only(d.practiceProfiles(), kept),
        only(d.payers(), kept),
        only(d.locations(), kept),
        only(d.providers(), kept),
        only(d.patients(), kept),
        only(d.coverages(), kept),
        only(d.eligibilityChecks(), kept),
        only(d.coverageNotices(), kept),
        only(d.scheduleEvents(), kept),
        only(d.enrollments(), kept),
        only(d.groupLinkages(), kept),
        only(d.supervisions(), kept),
        only(d.authorizations(), kept),
        only(d.encounters(), kept),
        only(d.claims(), kept),
        only(d.acknowledgments(), kept),
        only(d.workEvents(), kept),
        only(d.policies(), kept),
        only(d.remittances(), kept),
        only(d.claimPayments(), kept),
        only(d.feeSchedules(), kept),
        only(d.patientPayments(), kept),
        only(d.outcomes(), kept),
        learned);
  }

  private static <T> List<Recorded<T>> only(
      List<Recorded<T>> records, Predicate<Recorded<?>> kept) {
    return records.stream().filter(kept).toList();
  }
}
