package io.headwater.rootcause;

import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.DateRange;
import java.util.List;
import java.util.Objects;

/** What payers answered about the patient's coverage. */
final class Answers {

  private Answers() {}

  /** Days for which an eligibility answer supports a visit. */
  static final int FRESH_DAYS = 3;

  /** Days after which nobody can be said to have asked. */
  static final int ASKED_DAYS = 30;

  /** Answers of the payer that was billed, oldest first. */
  static List<Recorded<EligibilityCheck>> answers(World w) {
    return Latest.where(w.checks, c -> ofPayer(w, c)).stream()
        .sorted(java.util.Comparator.comparing(c -> c.fact().requestedAt()))
        .toList();
  }

  private static boolean ofPayer(World w, EligibilityCheck check) {
    return Objects.equals(check.payerId(), w.payerId)
        && !"PAYER_UNAVAILABLE".equals(check.result());
  }

  /** The last answer that was had by the day of the visit, or null. */
  static Recorded<EligibilityCheck> before(World w) {
    Recorded<EligibilityCheck> last = null;
    for (var check : w.checks) {
      if (ofPayer(w, check.fact())
          && !w.day(check.fact().requestedAt()).isAfter(w.dos)
          && (last == null || !check.fact().requestedAt().isBefore(last.fact().requestedAt()))) {
        last = check;
      }
    }
    return last;
  }

  static Recorded<Coverage> coverageAt(World w, String payerId) {
    var of = Latest.where(w.coverages, c -> Objects.equals(c.payerId(), payerId));
    return of.stream()
        .filter(c -> new DateRange(c.fact().effective(), c.fact().termination()).contains(w.dos))
        .findFirst()
        .orElse(Latest.last(of));
  }

  /**
   * Whether an answer could be relied on for the visit: of the last days before it, or asked for
   * its very day in the month of the visit, since plans change with the month.
   */
  static boolean fresh(World w, Recorded<EligibilityCheck> check) {
    var asked = w.day(check.fact().requestedAt());
    return !asked.isBefore(w.dos.minusDays(FRESH_DAYS))
        || Objects.equals(check.fact().serviceDate(), w.dos)
            && !asked.isBefore(w.dos.minusDays(ASKED_DAYS))
            && !asked.isBefore(w.dos.withDayOfMonth(1));
  }
}
