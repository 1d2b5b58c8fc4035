package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.vocabulary.Cause;
import java.util.List;

/** Whether a replacement or void names the claim it is for, and comes after its answer. */
final class ReplacementExams {
  private final World w;
  private final Reported reported;
  private final Findings out;

  private ReplacementExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    new ReplacementExams(w, reported, out).examine();
  }

  private void examine() {
    if (!"7".equals(w.frequency) && !"8".equals(w.frequency)) {
      return;
    }
    var earlier = EarlierBill.of(w);
    var finalised = finalised();
    if (earlier == null && finalised == null) {
      if (reported.says("16", "N152", "M47", "129", "N779")) {
        out.cannotTest(Cause.BILL_WRONG_ICN, "the claim that this one replaces");
      }
      return;
    }
    var first = earlier != null && earlier.payment() != null ? earlier.payment() : finalised;
    if (first == null
        || first.fact().paymentDate() != null
            && w.submittedOn != null
            && first.fact().paymentDate().isAfter(w.submittedOn)) {
      out.violated(
          new Violation(
                  Cause.BILL_REPLACEMENT_TOO_EARLY,
                  0,
                  "18",
                  "The replacement was sent on "
                      + w.submittedOn
                      + ", before the payer had finalised the first claim.")
              .remark("N779")
              .cites(
                  confirms(
                      w.claim,
                      w.dos,
                      "Sent " + w.submittedOn + " with frequency " + w.frequency + "."),
                  confirms(
                      first == null ? earlier.claim() : first,
                      w.dos,
                      first == null
                          ? "The first claim is not finalised."
                          : "The first claim was finalised on " + first.fact().paymentDate() + "."))
              .cure(
                  Kind.PREVENTION,
                  "claim.submittedOn",
                  String.valueOf(w.submittedOn),
                  "after the first remittance",
                  x -> Cured.of(x, Cause.BILL_REPLACEMENT_TOO_EARLY)));
      return;
    }
    var icn = first.fact().payerControlNumber();
    if (icn != null && !icn.equals(w.originalReference)) {
      out.violated(
          new Violation(
                  Cause.BILL_WRONG_ICN,
                  0,
                  "16",
                  w.originalReference == null
                      ? "The replacement names no original claim."
                      : "The replacement names another claim than the one it replaces.")
              .remark("N152")
              .cites(
                  confirms(
                      w.claim,
                      w.dos,
                      "The number sent (REF F8) is not that of the first finalised claim."),
                  confirms(first, w.dos, "The payer's number of the first claim."))
              .cure(
                  Kind.REMEDY,
                  List.of(
                      new Change(
                          "claim.originalReference",
                          w.originalReference == null ? "none" : w.originalReference,
                          icn)),
                  x -> {
                    x.originalReference = icn;
                    return x;
                  }));
    } else {
      out.refute(
          Cause.BILL_WRONG_ICN,
          "The replacement names the payer's number of the first claim.",
          refutes(first, w.dos, "The same number."));
      out.refute(
          Cause.BILL_REPLACEMENT_TOO_EARLY,
          "The first claim had been finalised.",
          refutes(first, w.dos, "Finalised " + first.fact().paymentDate() + "."));
    }
  }

  /** The first adjudication of the same control number before the last submission, or null. */
  private Recorded<ClaimPayment> finalised() {
    return Latest.first(
        w.payments.stream()
            .filter(
                p ->
                    w.claim != null
                        && p.recordedAt().isBefore(w.claim.recordedAt())
                        && !p.fact().reversal())
            .toList());
  }
}
