package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.Enrollment;
import io.headwater.rootcause.fact.ScheduleEvent;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Enrollments that came too late for the visit, and whose idle days made them late. */
final class EnrollmentDelays {
  /** Days a complete packet may lie before anybody calls it idle: three business days. */
  private static final long IDLE_DAYS = 5;

  private EnrollmentDelays() {}

  /** An enrollment that became effective after the visit. */
  static void examine(World w, Findings out, Recorded<Enrollment> enrollment) {
    var e = enrollment.fact();
    var late = ChronoUnit.DAYS.between(w.dos, e.effective());
    var after =
        new Violation(
                Cause.CRED_EFFECTIVE_AFTER_DOS,
                0,
                "B7",
                "Enrollment became effective on "
                    + e.effective()
                    + ", "
                    + late
                    + " days after the visit.")
            .remark("N570")
            .cites(confirms(enrollment, w.dos, "Effective " + e.effective() + "."))
            .cure(
                Kind.REMEDY,
                "enrollment.effective",
                e.effective().toString(),
                w.dos.toString(),
                x -> inForce(x, enrollment, x.dos));
    var booked = booked(w);
    var idle = idleDays(e);
    var rescued = idle > IDLE_DAYS && !e.effective().minusDays(idle).isAfter(w.dos);
    if (idle > IDLE_DAYS) {
      var waited =
          new Violation(
                  Cause.CRED_APPLICATION_IDLE,
                  0,
                  "B7",
                  "The complete packet lay "
                      + idle
                      + " days before it was submitted"
                      + (rescued
                          ? "; sent at once, the enrollment would have been effective on "
                              + e.effective().minusDays(idle)
                              + "."
                          : "."))
              .remark("N570")
              .cites(
                  confirms(
                      enrollment,
                      w.dos,
                      "Packet complete "
                          + e.packetCompleteOn()
                          + ", submitted "
                          + e.submittedOn()
                          + ": "
                          + idle
                          + " days idle, owner internal."),
                  payerDays(enrollment, w.dos))
              .cure(
                  Kind.PREVENTION,
                  "enrollment.submittedOn",
                  e.submittedOn().toString(),
                  e.packetCompleteOn().toString(),
                  x -> inForce(x, enrollment, e.effective().minusDays(idle)));
      waited.origin =
          new Origin(e.packetCompleteOn(), Owner.CREDENTIALING, "The packet was complete.");
      if (rescued) {
        waited.link(after, Role.PROXIMATE);
        if (booked != null) {
          waited.link(bookedEarly(w, booked), Role.CONTRIBUTING);
        }
        after.denies = true;
        out.violated(waited);
        out.violated(after);
      } else {
        waited.denies = false;
        after.link(waited, Role.CONTRIBUTING);
        if (booked != null) {
          after.link(bookedEarly(w, booked), Role.CONTRIBUTING);
        }
        out.violated(after);
      }
    } else {
      if (idle > 0) {
        after.cure(
            Kind.PREVENTION,
            "enrollment.submittedOn",
            e.submittedOn().toString(),
            e.packetCompleteOn().toString(),
            x -> inForce(x, enrollment, e.effective().minusDays(idle)));
      }
      if (e.packetCompleteOn() != null && e.submittedOn() != null) {
        out.refute(
            Cause.CRED_APPLICATION_IDLE,
            "The packet was submitted within " + idle + " days.",
            refutes(
                enrollment,
                w.dos,
                "Packet complete "
                    + e.packetCompleteOn()
                    + ", submitted "
                    + e.submittedOn()
                    + "."));
      }
      if (booked != null) {
        after.link(bookedEarly(w, booked), Role.CONTRIBUTING);
      }
      out.violated(after);
    }
    if (e.loadedOn() != null || "LOADED".equals(e.status())) {
      out.refute(
          Cause.CRED_APPROVED_NOT_LOADED,
          "The payer loaded the enrollment when it approved it.",
          refutes(
              enrollment,
              w.dos,
              "Approved " + Told.day(e.approvedOn()) + ", loaded " + Told.day(e.loadedOn()) + "."));
    }
    out.refute(
        Cause.CRED_NOT_ENROLLED,
        "An enrollment exists; it began too late.",
        refutes(enrollment, w.dos, "Effective " + Told.day(e.effective()) + "."));
  }

  private static Diagnosis.Evidence payerDays(Recorded<Enrollment> enrollment, LocalDate dos) {
    var e = enrollment.fact();
    var end = e.approvedOn() == null ? e.effective() : e.approvedOn();
    return e.submittedOn() == null || end == null
        ? null
        : confirms(
            enrollment,
            dos,
            "Submitted "
                + e.submittedOn()
                + ", decided "
                + end
                + ": "
                + ChronoUnit.DAYS.between(e.submittedOn(), end)
                + " days, owner payer.");
  }

  static long idleDays(Enrollment e) {
    return e.packetCompleteOn() == null || e.submittedOn() == null
        ? 0
        : ChronoUnit.DAYS.between(e.packetCompleteOn(), e.submittedOn());
  }

  /** An application that the payer has not decided: whether it helps is not known yet. */
  static void pending(World w, Findings out, Recorded<Enrollment> enrollment) {
    var e = enrollment.fact();
    out.cannotTest(
        Cause.CRED_EFFECTIVE_AFTER_DOS, "the payer's decision on enrollment " + enrollment.id());
    out.cannotTest(
        Cause.CRED_NOT_ENROLLED, "the payer's decision on enrollment " + enrollment.id());
    out.cannotTest(
        Cause.CRED_APPROVED_NOT_LOADED, "the payer's decision on enrollment " + enrollment.id());
    var booked = booked(w);
    if (idleDays(e) > IDLE_DAYS) {
      out.cannotTest(
          Cause.CRED_APPLICATION_IDLE, "the payer's decision on enrollment " + enrollment.id());
    }
    if (booked != null) {
      var early = bookedEarly(w, booked);
      early.denies = false;
      out.violated(early);
    }
  }

  static World inForce(World x, Recorded<Enrollment> enrollment, LocalDate from) {
    x.enrollments =
        x.enrollments.stream()
            .map(
                r ->
                    r.id().equals(enrollment.id())
                        ? Edit.replace(r, Edit.inForce(r.fact(), from))
                        : r)
            .toList();
    return Cured.of(x, Cause.CRED_GROUP_LINK_MISSING);
  }

  /** The booking of this visit, or null. */
  static Recorded<ScheduleEvent> booked(World w) {
    return Latest.first(
        Latest.where(
            w.schedule,
            s ->
                "BOOKED".equals(s.type())
                    && s.patientId() != null
                    && w.patientIds.contains(s.patientId())
                    && w.dos.equals(s.serviceDate())
                    && (s.npi() == null
                        || s.npi().equals(w.renderingNpi)
                        || s.npi().equals(w.treatingNpi()))));
  }

  static Violation bookedEarly(World w, Recorded<ScheduleEvent> booked) {
    var violation =
        new Violation(
                Cause.SCHED_BEFORE_ENROLMENT,
                0,
                "B7",
                "The visit was booked before the clinician was enrolled with the payer.")
            .cites(
                confirms(
                    booked,
                    w.dos,
                    "Booked on " + w.day(booked.fact().at()) + " for " + w.dos + "."))
            .cure(
                Kind.PREVENTION,
                "schedule.serviceDate",
                w.dos.toString(),
                "after enrollment",
                x ->
                    Cured.of(
                        Cured.of(
                            Cured.of(x, Cause.CRED_EFFECTIVE_AFTER_DOS),
                            Cause.CRED_APPLICATION_IDLE),
                        Cause.CRED_NOT_ENROLLED));
    violation.origin =
        new Origin(w.day(booked.fact().at()), Owner.ELIGIBILITY, "The visit was booked.");
    return violation;
  }
}
