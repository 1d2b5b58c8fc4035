package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.vocabulary.Cause;

/**
 * The proof that the payer erred: every upstream fact was right, and the model says that it pays.
 */
final class PayerErrors {

  private PayerErrors() {}

  static Violation proof(World w, Findings findings) {
    var violation =
        new Violation(
            Cause.PAYER_PROCESSING_ERROR,
            0,
            null,
            "Every record that bears on the denial was right; by the payer's own rules the claim pays.");
    var seen = new java.util.HashSet<String>();
    var accepted = Latest.first(Latest.where(w.acknowledgments, Submissions::accepts));
    violation.cites(confirms(accepted, w.dos, "The payer accepted the claim into adjudication."));
    for (var refuted : findings.refuted()) {
      for (var e : refuted.evidence()) {
        if (violation.evidence.size() < 12 && seen.add(e.kind() + e.record())) {
          violation.evidence.add(
              new Diagnosis.Evidence(
                  refuted.reason(),
                  io.headwater.vocabulary.Polarity.CONFIRMS,
                  e.service(),
                  e.kind(),
                  e.record(),
                  e.version(),
                  e.validAt(),
                  e.recordedAt()));
        }
      }
    }
    violation.cites(confirms(Latest.last(w.payments), w.dos, "The payer denied all the same."));
    violation.cure(
        Kind.REMEDY,
        "payer.decision",
        "denied",
        "reprocessed",
        x -> Cured.of(x, Cause.PAYER_PROCESSING_ERROR));
    violation.lines.remove(0);
    violation.lines.addAll(w.lines.stream().map(BilledLine::number).toList());
    violation.certainty = 0.95;
    return violation;
  }
}
