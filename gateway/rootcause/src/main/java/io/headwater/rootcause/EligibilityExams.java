package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.util.List;

/**
 * Who was covered, by whom, and what was known of it when: coverage at the payer that was billed.
 */
final class EligibilityExams {

  private final World w;
  private final Reported reported;
  private final Findings out;

  private EligibilityExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    if (!w.dossier.answered(Owner.ELIGIBILITY)) {
      out.cannotTest(Owner.ELIGIBILITY);
      out.cannotTest(Cause.BILL_PRIMARY_EOB_MISSING, Owner.ELIGIBILITY.name());
      out.cannotTest(Cause.BILL_SECONDARY_CAS_LOST, Owner.ELIGIBILITY.name());
      return;
    }
    new EligibilityExams(w, reported, out).all();
  }

  private void all() {
    IdentityExams.examine(w, reported, out);
    coverage();
  }

  private void coverage() {
    var carveOut = CarveOuts.find(w);
    if (carveOut != null) {
      carvedOut(carveOut);
    } else {
      nobodyElse();
    }
    CoverageExams.examine(w, reported, out, carveOut != null);
    BenefitExams.examine(w, reported, out, Answers.before(w));
    CoordinationExams.examine(w, reported, out, Answers.before(w));
  }

  /** What the payer answered, or the coverage on file, names nobody else. */
  private void nobodyElse() {
    var before = Answers.before(w);
    var answer = before == null ? Latest.last(Answers.answers(w)) : before;
    var coverage = answer == null ? Answers.coverageAt(w, w.payerId) : null;
    if (answer == null && coverage == null) {
      var missing = "an eligibility answer of the payer";
      out.cannotTest(Cause.ELIG_WRONG_PAYER_CARVEOUT, missing);
      out.cannotTest(Cause.ELIG_WRONG_PLAN_MCO, missing);
      return;
    }
    out.refute(
        Cause.ELIG_WRONG_PAYER_CARVEOUT,
        "No answer, notice or coverage names another administrator for the service.",
        refutes(answer, w.dos, "The payer's answer names no other payer."),
        refutes(coverage, w.dos, "The coverage carves nothing out."));
    out.refute(
        Cause.ELIG_WRONG_PLAN_MCO,
        "No answer, notice or coverage names a managed-care plan for the member.",
        refutes(answer, w.dos, "The payer's answer names no other plan."),
        refutes(coverage, w.dos, "The coverage names no other plan."));
  }

  private void carvedOut(CarveOuts.Found found) {
    var administrator = found.administratorPayerId();
    var violation =
        new Violation(
                found.cause(),
                0,
                found.cause() == Cause.ELIG_WRONG_PLAN_MCO ? "24" : "109",
                "The service is administered by "
                    + administrator
                    + ", not by the payer that was billed.")
            .cites(found.evidence().toArray(new Diagnosis.Evidence[0]))
            .cure(
                Kind.REMEDY,
                List.of(
                    new Change("claim.payerId", w.payerId, administrator),
                    new Change("claim.memberId", "as sent", "as at " + administrator)),
                x -> CarveOuts.reroute(x, administrator));
    if (found.overlooked()) {
      violation.handoff = io.headwater.vocabulary.Handoff.INTAKE;
      violation.cure(
          Kind.PREVENTION,
          "eligibilityCheck.payerId",
          w.payerId,
          administrator,
          x -> CarveOuts.reroute(x, administrator));
    }
    violation.origin = found.origin();
    if (w.claim != null) {
      violation.link(
          new Violation(
                  Cause.BILL_WRONG_PAYER_ID,
                  0,
                  "109",
                  "The claim names " + w.payerId + " as payer.")
              .cites(confirms(w.claim, w.dos, "The claim was sent to " + w.payerId + ".")),
          Role.PROXIMATE);
    }
    out.violated(violation);
  }
}
