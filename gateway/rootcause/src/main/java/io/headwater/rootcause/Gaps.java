package io.headwater.rootcause;

import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.Cause;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What the payer's codes may mean and no examination could speak of, because the record that would
 * tell is not on file. Such a cause is open: neither proven nor contradicted.
 */
final class Gaps {
  /** Causes that only the record of the visit proves or contradicts. */
  private static final Set<Cause> OF_THE_VISIT =
      EnumSet.of(
          Cause.DOC_NOTE_UNSIGNED,
          Cause.DOC_TIME_NOT_DOCUMENTED,
          Cause.DOC_TX_PLAN_EXPIRED,
          Cause.DOC_MED_NECESSITY_LANGUAGE,
          Cause.CODE_TIME_CODE_MISMATCH,
          Cause.CODE_POS_TELEHEALTH,
          Cause.CRED_LOCATION_NOT_LINKED);

  private final World w;
  private final Reported reported;

  private Gaps(World w, Reported reported) {
    this.w = w;
    this.reported = reported;
  }

  /** Says what was missing for each cause of the codes that was left unspoken of. */
  static void examine(World w, Reported reported, Findings out) {
    var gaps = new Gaps(w, reported);
    for (var cause : Family.of(reported)) {
      var missing = out.found(cause) || out.settled(cause) ? null : gaps.missing(cause);
      if (missing != null) {
        out.cannotTest(cause, missing);
      }
    }
  }

  /** The record without which a cause cannot be tested, or null where it is there. */
  private String missing(Cause cause) {
    if (w.encounter == null && OF_THE_VISIT.contains(cause)) {
      return "the encounter";
    }
    if (cause == Cause.ELIG_OON_NETWORK && !network()) {
      return "an eligibility answer that names the network";
    }
    if (!Family.precise(reported, cause)) {
      return null;
    }
    if (cause == Cause.CODE_MUE_UNITS && !limited()) {
      return "the payer's unit limit";
    }
    return cause == Cause.CRED_TAXONOMY_MISMATCH && w.renderingTaxonomy != null
        ? "the taxonomy on the payer's roster"
        : null;
  }

  private boolean network() {
    return w.checks.stream()
        .map(Recorded::fact)
        .filter(c -> Objects.equals(c.payerId(), w.payerId))
        .anyMatch(Gaps::networked);
  }

  private static boolean networked(EligibilityCheck check) {
    return check.benefits().stream().anyMatch(b -> b.inNetwork() != null);
  }

  private boolean limited() {
    return w.lines.stream()
        .filter(w::inQuestion)
        .anyMatch(
            line ->
                w.policies.one(
                        w.payerId,
                        "UNIT_LIMIT",
                        line.serviceDate(),
                        r -> line.procedure().equals(r.procedure()) && r.perDay() != null)
                    != null);
  }
}
