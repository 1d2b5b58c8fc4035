package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.util.List;
import java.util.Objects;

/** Whether the claim was sent once, to the right payer, under the right numbers. */
final class BillingExams {
  private final World w;
  private final Reported reported;
  private final Findings out;

  private BillingExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    if (!w.dossier.answered(Owner.CLAIMS)) {
      out.cannotTest(Owner.CLAIMS);
      return;
    }
    if (w.claim == null) {
      for (var cause : Cause.values()) {
        if (cause.code().startsWith("BILL.") || cause.code().startsWith("CODE.")) {
          out.cannotTest(cause, "the claim");
        }
      }
      for (var cause :
          List.of(
              Cause.AUTH_NOT_ON_CLAIM,
              Cause.AUTH_NUMBER_TYPO,
              Cause.ELIG_MEMBER_ID_MISMATCH,
              Cause.ELIG_DEMOGRAPHIC_MISMATCH,
              Cause.CRED_TAXONOMY_MISMATCH,
              Cause.CRED_SUPERVISION_SETUP,
              Cause.PAYER_PROCESSING_ERROR)) {
        out.cannotTest(cause, "the claim");
      }
      if (reported.says("29") && w.encounter == null) {
        out.cannotTest(Cause.DOC_NOTE_LATE, "the encounter");
      }
      return;
    }
    var exams = new BillingExams(w, reported, out);
    exams.payer();
    exams.duplicate();
    exams.replacement();
    FilingExams.examine(w, reported, out);
  }

  private void payer() {
    if (!w.dossier.answered(Owner.ELIGIBILITY)) {
      out.cannotTest(Cause.BILL_WRONG_PAYER_ID, Owner.ELIGIBILITY.name());
      return;
    }
    if (w.coverages.isEmpty() || Adjudicator.elsewhere(w)) {
      return;
    }
    var spanning =
        Latest.where(
            w.coverages,
            c ->
                new io.headwater.vocabulary.DateRange(c.effective(), c.termination())
                    .contains(w.dos));
    if (spanning.stream().anyMatch(c -> Objects.equals(c.fact().payerId(), w.payerId))
        || w.coverages.stream().anyMatch(c -> Objects.equals(c.fact().payerId(), w.payerId))
        || w.coverages.stream()
            .anyMatch(
                c ->
                    c.fact().carveOuts().stream()
                        .anyMatch(o -> w.payerId.equals(o.administratorPayerId())))
        || w.checks.stream()
            .anyMatch(
                c ->
                    Objects.equals(c.fact().payerId(), w.payerId)
                        && "ACTIVE".equals(c.fact().result()))) {
      out.refute(
          Cause.BILL_WRONG_PAYER_ID,
          "The patient is covered by the payer that was billed.",
          refutes(
              spanning.isEmpty() ? w.coverages.getFirst() : spanning.getFirst(),
              w.dos,
              "Coverage on file."));
      return;
    }
    if (!spanning.isEmpty()) {
      Recorded<Coverage> right = spanning.getFirst();
      var to = right.fact().payerId();
      out.violated(
          new Violation(
                  Cause.BILL_WRONG_PAYER_ID,
                  0,
                  "109",
                  "The claim was sent to "
                      + w.payerId
                      + "; the coverage on file is with "
                      + to
                      + ".")
              .remark("N418")
              .cites(
                  confirms(w.claim, w.dos, "Sent to " + w.payerId + "."),
                  confirms(right, w.dos, "Covered by " + to + "."))
              .cure(
                  Kind.REMEDY,
                  List.of(
                      new Change("claim.payerId", w.payerId, to),
                      new Change("claim.memberId", "as sent", "as at " + to)),
                  x -> CarveOuts.reroute(x, to)));
    }
  }

  private void duplicate() {
    var earlier = earlier();
    if (!reported.says("18", "N522", "N111", "B13", "97")
        && !(reported.rejected() && reported.statuses().contains("54"))) {
      return;
    }
    if (earlier == null) {
      if (reported.says("18")) {
        for (var cause : List.of(Cause.BILL_TRUE_DUPLICATE, Cause.BILL_DUPLICATE_NO_FREQ7)) {
          out.refute(
              cause,
              "No other claim for the visit is on file.",
              refutes(w.claim, w.dos, "The only claim for the visit."));
        }
      }
      return;
    }
    if ("7".equals(w.frequency) || "8".equals(w.frequency)) {
      out.refute(
          Cause.BILL_DUPLICATE_NO_FREQ7,
          "The claim was sent as a replacement.",
          refutes(w.claim, w.dos, "Frequency " + w.frequency + "."));
      out.refute(
          Cause.BILL_TRUE_DUPLICATE,
          "A replacement is no second bill for the visit.",
          refutes(w.claim, w.dos, "Frequency " + w.frequency + "."));
      return;
    }
    var visits = w.encounters.stream().filter(e -> w.dos.equals(e.fact().serviceDate())).count();
    if (visits > 1) {
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
      return;
    }
    var payment = earlier.payment();
    var paid =
        payment != null && payment.fact().paid() != null && payment.fact().paid().signum() > 0;
    if (paid || payment == null) {
      out.violated(
          new Violation(
                  Cause.BILL_TRUE_DUPLICATE,
                  0,
                  "18",
                  paid
                      ? "The visit had been billed and paid before."
                      : "The visit had been billed before and was still with the payer.")
              .cites(
                  confirms(earlier.claim(), w.dos, "The first claim for the visit."),
                  confirms(payment, w.dos, "The first claim was paid."))
              .cure(
                  Kind.PREVENTION,
                  "claim.submittedOn",
                  "sent twice",
                  "sent once",
                  x -> Cured.of(x, Cause.BILL_TRUE_DUPLICATE)));
      out.refute(
          Cause.BILL_DUPLICATE_NO_FREQ7,
          "Nothing was to be replaced.",
          refutes(payment == null ? earlier.claim() : payment, w.dos, "The first claim stands."));
      return;
    }
    var icn = payment.fact().payerControlNumber();
    var violation =
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
                    new Change("claim.originalReference", "none", icn)),
                x -> {
                  x.frequency = "7";
                  x.originalReference = icn;
                  return Cured.of(x, Cause.BILL_DUPLICATE_NO_FREQ7);
                });
    out.violated(violation);
    out.refute(
        Cause.BILL_TRUE_DUPLICATE,
        "There was one visit and the first claim was not paid.",
        refutes(payment, w.dos, "Paid 0.00."),
        refutes(w.encounter, w.dos, "One encounter that day."));
  }

  /**
   * An earlier claim for the same visit at the same payer.
   *
   * @param payment how it was first finalised, or null
   */
  record Earlier(Recorded<Claim> claim, Recorded<ClaimPayment> payment) {}

  private Earlier earlier() {
    return earlier(w);
  }

  static Earlier earlier(World w) {
    Recorded<Claim> first = null;
    for (var sibling : w.siblings) {
      var c = sibling.fact();
      var sameVisit =
          Objects.equals(c.payerId(), w.payerId)
              && c.lines().stream()
                  .anyMatch(
                      l ->
                          w.lines.stream()
                              .anyMatch(
                                  m ->
                                      (Objects.equals(m.procedure(), l.procedure())
                                              || ofVisit(w, c.controlNumber()))
                                          && Objects.equals(m.serviceDate(), l.serviceDate())));
      var before =
          c.submittedOn() == null
              || w.submittedOn == null
              || !c.submittedOn().isAfter(w.submittedOn);
      if (sameVisit
          && before
          && (first == null || sibling.recordedAt().isBefore(first.recordedAt()))) {
        first = sibling;
      }
    }
    if (first != null) {
      return new Earlier(first, payment(w, first.fact().controlNumber()));
    }
    if (w.submissions.size() > 1) {
      var resent = w.submissions.getFirst();
      var own = Latest.first(w.payments);
      if (own != null && w.claim != null && own.recordedAt().isBefore(w.claim.recordedAt())) {
        return new Earlier(resent, own);
      }
    }
    return null;
  }

  /** Whether the visit in question was billed under another number as well. */
  private static boolean ofVisit(World w, String controlNumber) {
    return w.encounter != null
        && (w.encounter.fact().controlNumbers().contains(controlNumber)
            || Objects.equals(w.encounter.fact().controlNumber(), controlNumber));
  }

  static Recorded<ClaimPayment> payment(World w, String controlNumber) {
    return Latest.first(
        Latest.where(
            w.dossier.claimPayments(),
            p -> Objects.equals(p.controlNumber(), controlNumber) && !"22".equals(p.status())));
  }

  private void replacement() {
    if (!"7".equals(w.frequency) && !"8".equals(w.frequency)) {
      return;
    }
    var earlier = earlier();
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
                        && !"22".equals(p.fact().status()))
            .toList());
  }
}
