package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.refutes;

import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.util.Objects;

/**
 * Causes that lie before the visit, in the booking and the upkeep of enrollments, and that records
 * on file contradict.
 */
final class Contradictions {

  private final World w;
  private final Findings out;

  private Contradictions(World w, Findings out) {
    this.w = w;
    this.out = out;
  }

  static void examine(World w, Findings out) {
    var all = new Contradictions(w, out);
    if (w.dossier.answered(Owner.CREDENTIALING)) {
      all.revalidation();
    }
    if (w.dossier.answered(Owner.ELIGIBILITY)) {
      all.booking();
    }
  }

  /** An enrollment in force on the day whose revalidation fell due later was not missed. */
  private void revalidation() {
    for (var enrollment : w.enrollments) {
      var e = enrollment.fact();
      if (Objects.equals(e.npi(), w.renderingNpi)
          && Objects.equals(e.payerId(), w.payerId)
          && e.revalidationDueOn() != null
          && e.revalidationDueOn().isAfter(w.dos)
          && (e.termination() == null || !e.termination().isBefore(w.dos))) {
        out.refute(
            Cause.CRED_REVALIDATION_MISSED,
            "Revalidation fell due after the visit.",
            refutes(enrollment, w.dos, "Revalidation due " + e.revalidationDueOn() + "."));
      }
    }
  }

  /**
   * What was booked when the enrollment and the authorization were there was not booked too early.
   */
  private void booking() {
    for (var event : w.schedule) {
      var s = event.fact();
      if (!"BOOKED".equals(s.type())
          || s.at() == null
          || !w.patientIds.contains(s.patientId())
          || !Objects.equals(s.serviceDate(), w.dos)) {
        continue;
      }
      var booked = w.day(s.at());
      if (s.npi() != null && s.npi().equals(w.treatingNpi())) {
        out.refute(
            Cause.SCHED_THERAPIST_CHANGE,
            "The visit was booked with the clinician who treated.",
            refutes(event, w.dos, "Booked with NPI " + s.npi() + "."));
      }
      if (w.dossier.answered(Owner.CREDENTIALING)) {
        for (var enrollment : w.enrollments) {
          var e = enrollment.fact();
          if (Objects.equals(e.npi(), w.renderingNpi)
              && Objects.equals(e.payerId(), w.payerId)
              && e.effective() != null
              && !e.effective().isAfter(booked)) {
            out.refute(
                Cause.SCHED_BEFORE_ENROLMENT,
                "The visit was booked when the clinician's enrollment was in force.",
                refutes(event, w.dos, "Booked " + booked + "."),
                refutes(enrollment, w.dos, "Effective " + e.effective() + "."));
          }
        }
      }
      if (w.dossier.answered(Owner.AUTHORIZATIONS)) {
        for (var authorization : w.authorizations) {
          var a = authorization.fact();
          if (Objects.equals(a.payerId(), w.payerId)
              && "APPROVED".equals(a.status())
              && a.decidedAt() != null
              && !a.decidedAt().isAfter(s.at())) {
            out.refute(
                Cause.SCHED_BEFORE_AUTH,
                "The visit was booked after the approval.",
                refutes(event, w.dos, "Booked " + booked + "."),
                refutes(authorization, w.dos, "Approved " + w.day(a.decidedAt()) + "."));
          }
        }
      }
    }
  }
}
