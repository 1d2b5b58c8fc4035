package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Refuted;
import io.headwater.rootcause.fact.Remittance;
import io.headwater.vocabulary.Cause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Money of this claim that the payer kept back from another payment (X12 835 PLB). */
final class Offsets {
  private static final Set<String> TAKEN = Set.of("WO", "FB", "72", "CS", "J1");

  private Offsets() {}

  /**
   * What later remittances name of the claim: kept back, less what was given back.
   *
   * @param last the last remittance that kept something back
   * @param back the last one that gave something back, or null
   */
  private record Kept(BigDecimal amount, Recorded<Remittance> last, Recorded<Remittance> back) {}

  /** The take-back of this claim's payment, or null. */
  static Violation of(World w, Ledger ledger) {
    var kept = kept(w, ledger);
    if (kept == null || kept.amount().signum() <= 0) {
      return null;
    }
    return new Violation(
            Cause.PAYER_OFFSET,
            0,
            "WO",
            "The payer kept " + kept.amount() + " back from a later payment for this claim (PLB).")
        .cites(
            confirms(
                kept.last(),
                kept.last().fact().paymentDate(),
                "A provider adjustment of " + kept.amount() + " names the claim."),
            confirms(ledger.standing, w.dos, "The claim had been paid."));
  }

  /** That what was kept back for this claim has been given back, or null. */
  static Refuted returned(World w, Ledger ledger) {
    var kept = kept(w, ledger);
    return kept == null || kept.amount().signum() > 0 || kept.back() == null
        ? null
        : new Refuted(
            Cause.PAYER_OFFSET,
            "What the payer had kept back for this claim it has given back.",
            List.of(
                refutes(
                    kept.back(),
                    kept.back().fact().paymentDate(),
                    "A provider adjustment returns it.")));
  }

  /** Null where nothing was ever kept back for the claim. */
  private static Kept kept(World w, Ledger ledger) {
    if (ledger.standing == null || Ledger.zero(ledger.standing.fact().paid()).signum() <= 0) {
      return null;
    }
    var icn = ledger.standing.fact().payerControlNumber();
    Recorded<Remittance> last = null;
    Recorded<Remittance> back = null;
    var kept = BigDecimal.ZERO;
    for (var remittance : Latest.of(w.dossier.remittances())) {
      for (var adjustment : remittance.fact().providerAdjustments()) {
        var reference = adjustment.reference();
        if (reference != null
            && TAKEN.contains(adjustment.code())
            && adjustment.amount() != null
            && (reference.contains(w.dossier.controlNumber())
                || icn != null && icn.length() > 3 && reference.contains(icn))) {
          kept = kept.add(adjustment.amount());
          last = adjustment.amount().signum() > 0 ? remittance : last;
          back = adjustment.amount().signum() < 0 ? remittance : back;
        }
      }
    }
    return last == null ? null : new Kept(kept, last, back);
  }
}
