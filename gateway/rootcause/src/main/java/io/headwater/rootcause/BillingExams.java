package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.util.List;
import java.util.Objects;

/** Whether the claim went to the right payer, once, under the right numbers and in time. */
final class BillingExams {
  private final World w;
  private final Findings out;

  private BillingExams(World w, Findings out) {
    this.w = w;
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
    var exams = new BillingExams(w, out);
    exams.payer();
    DuplicateExams.examine(w, reported, out);
    ReplacementExams.examine(w, reported, out);
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
}
