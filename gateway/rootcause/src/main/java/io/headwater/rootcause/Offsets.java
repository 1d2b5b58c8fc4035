package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;

import io.headwater.vocabulary.Cause;
import java.util.Set;

/** Money of this claim that the payer kept back from another payment (X12 835 PLB). */
final class Offsets {
  private static final Set<String> TAKEN = Set.of("WO", "FB", "72", "CS", "J1");

  private Offsets() {}

  /** The take-back of this claim's payment, or null. */
  static Violation of(World w, Ledger ledger) {
    if (ledger.standing == null || Ledger.zero(ledger.standing.fact().paid()).signum() <= 0) {
      return null;
    }
    var icn = ledger.standing.fact().payerControlNumber();
    Recorded<io.headwater.rootcause.fact.Remittance> last = null;
    var kept = java.math.BigDecimal.ZERO;
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
        }
      }
    }
    if (last != null && kept.signum() > 0) {
      return new Violation(
              Cause.PAYER_OFFSET,
              0,
              "WO",
              "The payer kept " + kept + " back from a later payment for this claim (PLB).")
          .cites(
              confirms(
                  last,
                  last.fact().paymentDate(),
                  "A provider adjustment of " + kept + " names the claim."),
              confirms(ledger.standing, w.dos, "The claim had been paid."));
    }
    return null;
  }
}
