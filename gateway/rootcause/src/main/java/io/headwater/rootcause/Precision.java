package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Refuted;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Role;
import java.util.List;
import java.util.TreeSet;

/** Whether the payer said what it meant. */
final class Precision {

  private Precision() {}

  /**
   * Notes it among the roles when a precise code exists for what was found and the payer used
   * another, or uses codes oddly.
   *
   * @return that the payer's code was precise, or null
   */
  static Refuted weigh(World w, Ledger ledger, Roles roles, Reported reported) {
    if (reported.rejected() || reported.reasons().isEmpty()) {
      return null;
    }
    var precise = new TreeSet<String>();
    for (var root : roles.roots) {
      if (Family.bare(reported) && root.reason != null) {
        precise.add(
            (reported.reasons().contains(root.reason)
                    ? root.reason + " with " + String.join(" ", root.remarks)
                    : root.reason)
                .trim());
      } else if (root.reason != null
          && !Family.precise(reported, root.cause)
          && !reported.reasons().contains(root.reason)
          && root.remarks.stream().noneMatch(reported.remarks()::contains)
          && root.certainty > 0.9) {
        precise.add(root.reason);
      }
    }
    var payment = ledger.standing;
    var odd = Family.oddities(reported);
    if (!precise.isEmpty()) {
      odd.addFirst(
          "The payer said "
              + String.join(", ", reported.reasons())
              + "; "
              + String.join(" or ", precise)
              + " would have been precise.");
    }
    if (!odd.isEmpty() && payment != null) {
      var note =
          new Violation(Cause.PAYER_CODE_IMPRECISE, 0, null, String.join(" ", odd))
              .cites(
                  Findings.confirms(
                      payment,
                      w.dos,
                      "Denied with " + String.join(", ", reported.reasons()) + "."));
      roles.roles.put(note, Role.NOTE);
    } else if (payment != null
        && roles.roots.stream().anyMatch(root -> Family.precise(reported, root.cause))) {
      return new Refuted(
          Cause.PAYER_CODE_IMPRECISE,
          "The payer's code says what the records show.",
          List.of(
              Findings.refutes(
                  payment, w.dos, "Denied with " + String.join(", ", reported.reasons()) + ".")));
    }
    return null;
  }
}
