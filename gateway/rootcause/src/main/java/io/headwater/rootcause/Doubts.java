package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Missing;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Remittance;
import io.headwater.vocabulary.MatchedBy;
import io.headwater.vocabulary.Owner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What keeps the answers of a payer from being beyond doubt. */
final class Doubts {

  /** A match that is less sure than this is told beside the answer that rests on it. */
  private static final double SURE = 0.95;

  private Doubts() {}

  /** What is doubtful about the answers to the claim, each remittance once. */
  static List<Missing> of(World w) {
    var told = new LinkedHashSet<String>();
    for (var payment : w.payments) {
      var p = payment.fact();
      if (Boolean.FALSE.equals(p.balanced()) || !balanced(w, p)) {
        told.add("Remittance " + p.traceNumber() + " does not balance.");
      }
      if (p.match() != null && p.match().by().confidence() < SURE) {
        told.add(
            "Remittance "
                + p.traceNumber()
                + " came under "
                + p.match().sentAs()
                + ", which is no claim of the practice; it was matched by "
                + told(p.match().by())
                + ".");
      }
    }
    var doubts = new ArrayList<Missing>();
    told.forEach(reason -> doubts.add(new Missing(Owner.PAYMENTS, reason)));
    return doubts;
  }

  /** How a payment that did not come under the claim's number was matched; else nothing. */
  static String matched(ClaimPayment payment) {
    var match = payment.match();
    return match == null || match.sentAs().equals(payment.controlNumber())
        ? ""
        : "; sent under " + match.sentAs() + ", matched by " + told(match.by());
  }

  private static String told(MatchedBy by) {
    return by.words() + String.format(Locale.ROOT, " (confidence %.2f)", by.confidence());
  }

  private static boolean balanced(World w, ClaimPayment payment) {
    return w.dossier.remittances().stream()
        .map(Recorded::fact)
        .filter(r -> r.remittanceId() != null && r.remittanceId().equals(payment.remittanceId()))
        .map(Remittance::balanced)
        .noneMatch(Boolean.FALSE::equals);
  }
}
