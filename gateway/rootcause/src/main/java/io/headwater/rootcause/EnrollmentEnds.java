package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.Enrollment;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.util.Locale;

/** Enrollments that had ended before the visit, and what ended them. */
final class EnrollmentEnds {

  private EnrollmentEnds() {}

  static void examine(World w, Findings out, Recorded<Enrollment> enrollment) {
    var e = enrollment.fact();
    var why = e.terminationReason() == null ? "" : e.terminationReason().toUpperCase(Locale.ROOT);
    var end = e.termination();
    var termed =
        new Violation(
                Cause.CRED_TERMED,
                0,
                "B7",
                "The enrollment had ended" + (end == null ? "." : " on " + end + "."))
            .cites(
                confirms(
                    enrollment,
                    w.dos,
                    "Status "
                        + e.status()
                        + (end == null ? "" : ", ended " + end)
                        + (why.isEmpty() ? "." : ": " + e.terminationReason() + ".")))
            .cure(
                Kind.REMEDY,
                "enrollment.termination",
                end == null ? "ended" : end.toString(),
                "open",
                x ->
                    EnrollmentDelays.inForce(
                        x, enrollment, e.effective() == null ? x.dos : e.effective()));
    var due = e.revalidationDueOn();
    var attestation = why.contains("CAQH") || why.contains("ATTEST");
    var revalidation =
        !attestation
            && (why.contains("REVALID")
                || why.contains("RECRED")
                || due != null
                    && due.isBefore(w.dos)
                    && (end == null || !due.isAfter(end.plusDays(1))));
    if (revalidation) {
      var missed =
          new Violation(
                  Cause.CRED_REVALIDATION_MISSED,
                  0,
                  "B7",
                  "The revalidation"
                      + (due == null ? "" : " due on " + due)
                      + " was not answered and the enrollment ended.")
              .remark("N550")
              .cites(
                  confirms(
                      enrollment,
                      w.dos,
                      "Revalidation due " + Told.day(due) + ", status " + e.status() + "."))
              .cure(
                  Kind.PREVENTION,
                  "enrollment.revalidationDueOn",
                  due == null ? "not answered" : due.toString(),
                  "answered in time",
                  x ->
                      EnrollmentDelays.inForce(
                          x, enrollment, e.effective() == null ? x.dos : e.effective()));
      missed.origin =
          due == null ? null : new Origin(due, Owner.CREDENTIALING, "The revalidation fell due.");
      if (end != null) {
        missed.link(termed, Role.PROXIMATE);
      }
      missed.cures.addAll(termed.cures);
      out.violated(missed);
    } else if (attestation) {
      var provider = w.provider(w.renderingNpi);
      var lapsed =
          new Violation(
                  Cause.CRED_CAQH_LAPSED,
                  0,
                  "B7",
                  "The attestation lapsed and the payer ended the enrollment.")
              .cites(
                  confirms(enrollment, w.dos, "Ended: " + e.terminationReason() + "."),
                  confirms(provider, w.dos, "The attestation on file."))
              .cure(
                  Kind.PREVENTION,
                  "provider.caqh",
                  "lapsed",
                  "attested in time",
                  x ->
                      Cured.of(
                          EnrollmentDelays.inForce(
                              x, enrollment, e.effective() == null ? x.dos : e.effective()),
                          Cause.CRED_CAQH_LAPSED));
      lapsed.link(termed, Role.PROXIMATE);
      out.violations.removeIf(v -> v.cause == Cause.CRED_CAQH_LAPSED);
      out.violated(lapsed);
    } else {
      out.violated(termed);
    }
    out.refute(
        Cause.CRED_NOT_ENROLLED,
        "The clinician had been enrolled.",
        refutes(
            enrollment,
            w.dos,
            "An enrollment existed" + (end == null ? " and ended." : " until " + end + ".")));
    out.refute(
        Cause.CRED_EFFECTIVE_AFTER_DOS,
        "The enrollment had begun before the visit.",
        refutes(enrollment, w.dos, "Effective " + Told.day(e.effective()) + "."));
  }
}
