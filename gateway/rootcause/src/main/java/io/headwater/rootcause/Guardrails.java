package io.headwater.rootcause;

import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Cause;
import java.util.ArrayList;
import java.util.List;

/** What must not be done about a denial, said beside what may. */
final class Guardrails {

  private Guardrails() {}

  static List<String> of(World w, Reported reported, Plan plan, List<Violation> roots) {
    var rails = new ArrayList<String>();
    if (reported.says("MA130")) {
      rails.add("MA130: the claim was not processed; send a new claim, never an appeal.");
    }
    if (reported.says("N211")) {
      rails.add("N211: this decision cannot be appealed.");
    }
    if (plan.steps().contains(ActionKind.CORRECT_AND_REPLACE)) {
      var first = EarlierBill.of(w);
      var icn =
          w.claim != null && first != null && first.payment() != null
              ? first.payment().fact().payerControlNumber()
              : finalised(w);
      rails.add(
          "Frequency 7 with the payer's first control number "
              + (icn == null ? "" : icn + " ")
              + "at the same payer.");
    }
    if (plan.steps().contains(ActionKind.REROUTE)) {
      rails.add("Another payer is always frequency 1.");
    }
    if (reported.groups().contains("CO")) {
      rails.add("A contractual (CO) amount never goes to the patient.");
    }
    rails.add(
        "Who treated, the minutes, the modality, the place, the date and the noted diagnoses are not changed.");
    if (roots.stream().anyMatch(r -> r.cause == Cause.CODE_TIME_CODE_MISMATCH)) {
      rails.add("The code follows the documented minutes; do not defend the code as billed.");
    }
    return rails;
  }

  /** The number under which the payer first decided the claim; a take-back is no decision. */
  private static String finalised(World w) {
    return w.payments.stream()
        .map(Recorded::fact)
        .filter(p -> !p.reversal() && p.payerControlNumber() != null)
        .map(ClaimPayment::payerControlNumber)
        .findFirst()
        .orElseGet(
            () -> w.payments.isEmpty() ? null : w.payments.getFirst().fact().payerControlNumber());
  }
}
