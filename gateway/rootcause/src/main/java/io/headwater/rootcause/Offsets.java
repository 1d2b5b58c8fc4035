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
    for (var remittance : Latest.of(w.dossier.remittances())) {
      for (var adjustment : remittance.fact().providerAdjustments()) {
        var reference = adjustment.reference();
        if (reference != null
            && TAKEN.contains(adjustment.code())
            && adjustment.amount() != null
            && adjustment.amount().signum() > 0
            && (reference.contains(w.dossier.controlNumber())
                || icn != null && icn.length() > 3 && reference.contains(icn))) {
          return new Violation(
                  Cause.PAYER_OFFSET,
                  0,
                  "WO",
                  "The payer kept "
                      + adjustment.amount()
                      + " back from a later payment for this claim (PLB "
                      + adjustment.code()
                      + ").")
              .cites(
                  confirms(
                      remittance,
                      remittance.fact().paymentDate(),
                      "Provider adjustment "
                          + adjustment.code()
                          + " of "
                          + adjustment.amount()
                          + " names the claim."),
                  confirms(ledger.standing, w.dos, "The claim had been paid."));
        }
      }
    }
    return null;
  }
}
