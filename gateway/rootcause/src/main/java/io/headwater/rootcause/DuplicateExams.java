package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.vocabulary.Cause;
import java.util.List;
import java.util.Objects;

/** Whether what the payer calls a duplicate is one, a correction, or a visit of its own. */
final class DuplicateExams {
  private final World w;
  private final Findings out;

  private DuplicateExams(World w, Findings out) {
    this.w = w;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    var exams = new DuplicateExams(w, out);
    if (reported.says("18", "N522", "N111", "B13", "97")
        || reported.rejected() && reported.statuses().contains("54")) {
      exams.duplicate(reported);
    }
  }

  private void duplicate(Reported reported) {
    var earlier = EarlierBill.of(w);
    if (earlier == null) {
      if (reported.says("18")) {
        ruleOut("No other claim for the visit is on file.", "The only claim for the visit.");
      }
      return;
    }
    if ("7".equals(w.frequency) || "8".equals(w.frequency)) {
      var sent = "Frequency " + w.frequency + ".";
      out.refute(
          Cause.BILL_DUPLICATE_NO_FREQ7,
          "The claim was sent as a replacement.",
          refutes(w.claim, w.dos, sent));
      out.refute(
          Cause.BILL_TRUE_DUPLICATE,
          "A replacement is no second bill for the visit.",
          refutes(w.claim, w.dos, sent));
      return;
    }
    var visits = w.encounters.stream().filter(e -> w.dos.equals(e.fact().serviceDate())).count();
    if (visits > 1 && EarlierBill.billed(w, earlier) <= visits) {
      another(earlier, visits);
      return;
    }
    var settled = EarlierBill.settled(w);
    if (settled != null || earlier.payment() == null) {
      twice(earlier, settled);
    } else {
      uncorrected(earlier);
    }
  }

  private void ruleOut(String reason, String statement) {
    for (var cause : List.of(Cause.BILL_TRUE_DUPLICATE, Cause.BILL_DUPLICATE_NO_FREQ7)) {
      out.refute(cause, reason, refutes(w.claim, w.dos, statement));
    }
  }

  /** Two visits took place, and each was billed once. */
  private void another(EarlierBill earlier, long visits) {
    var said =
        w.lines.stream()
            .filter(w::inQuestion)
            .anyMatch(l -> l.modifiers().stream().anyMatch(CodingExams.SEPARATE::contains));
    if (said) {
      out.refute(
          Cause.CODE_MODIFIER_MISSING,
          "The line says that the visit was one of its own.",
          refutes(w.claim, w.dos, "The modifier was sent."));
      ruleOut("Two visits took place that day.", "A modifier says that it is a visit of its own.");
      return;
    }
    out.violated(
        new Violation(
                Cause.CODE_MODIFIER_MISSING,
                0,
                "18",
                "Two visits took place that day; the second was billed without a modifier that says so.")
            .cites(
                confirms(w.encounter, w.dos, "A visit of its own."),
                confirms(earlier.claim(), w.dos, "The other visit's claim."))
            .cure(
                Kind.REMEDY,
                List.of(new Change("claim.modifiers", "as sent", "with 76")),
                x ->
                    Cured.of(
                        LineEdits.addModifiers(x, null, List.of("76")),
                        Cause.CODE_MODIFIER_MISSING)));
    out.refute(
        Cause.BILL_TRUE_DUPLICATE,
        "Two visits took place that day.",
        refutes(w.encounter, w.dos, visits + " encounters that day."));
  }

  /** The visit was settled before, or is still with the payer. */
  private void twice(EarlierBill earlier, Recorded<ClaimPayment> settled) {
    out.violated(
        new Violation(Cause.BILL_TRUE_DUPLICATE, 0, "18", settledBefore(settled))
            .cites(
                confirms(earlier.claim(), w.dos, "The first claim for the visit."),
                confirms(
                    settled,
                    w.dos,
                    paid(settled)
                        ? "The first claim was paid."
                        : "The first claim was left to the patient."))
            .cure(
                Kind.PREVENTION,
                "claim.submittedOn",
                "sent twice",
                "sent once",
                x -> Cured.of(x, Cause.BILL_TRUE_DUPLICATE)));
    out.refute(
        Cause.BILL_DUPLICATE_NO_FREQ7,
        "Nothing was to be replaced.",
        refutes(
            Objects.requireNonNullElse(settled, earlier.claim()),
            w.dos,
            "The first claim stands."));
  }

  private static String settledBefore(Recorded<ClaimPayment> settled) {
    if (settled == null) {
      return "The visit had been billed before and was still with the payer.";
    }
    return paid(settled)
        ? "The visit had been billed and paid before."
        : "The visit had been billed before and left to the patient.";
  }

  private static boolean paid(Recorded<ClaimPayment> payment) {
    return payment != null && Ledger.zero(payment.fact().paid()).signum() > 0;
  }

  /** The first claim was denied, and what followed says nowhere that it corrects it. */
  private void uncorrected(EarlierBill earlier) {
    var payment = earlier.payment();
    var icn = payment.fact().payerControlNumber();
    out.violated(
        new Violation(
                Cause.BILL_DUPLICATE_NO_FREQ7,
                0,
                "18",
                "The corrected claim was sent as a new one (frequency "
                    + w.frequency
                    + ") and not as a replacement of the first.")
            .cites(
                confirms(
                    w.claim,
                    w.dos,
                    "Sent with frequency " + w.frequency + " and without the payer's number."),
                confirms(earlier.claim(), w.dos, "The first claim for the visit."),
                confirms(
                    payment,
                    w.dos,
                    "The payer had finalised the first claim under its own number."))
            .cure(
                Kind.REMEDY,
                List.of(
                    new Change("claim.frequency", w.frequency, "7"),
                    new Change(
                        "claim.originalReference",
                        "none",
                        icn == null ? "the payer's number of the first claim" : icn)),
                x -> {
                  x.frequency = "7";
                  x.originalReference = icn;
                  return Cured.of(x, Cause.BILL_DUPLICATE_NO_FREQ7);
                }));
    out.refute(
        Cause.BILL_TRUE_DUPLICATE,
        "There was one visit and the first claim was not paid.",
        refutes(payment, w.dos, "Paid 0.00."),
        refutes(w.encounter, w.dos, "One encounter that day."));
  }
}
