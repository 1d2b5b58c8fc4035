package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What happened to the claim and the facts around it, in order of time. */
final class Timeline {
  private final List<Moment> moments = new ArrayList<>();

  private Timeline() {}

  static List<Moment> of(World w) {
    var t = new Timeline();
    for (var e : w.enrollments) {
      var f = e.fact();
      if (Objects.equals(f.npi(), w.renderingNpi) && Objects.equals(f.payerId(), w.payerId)) {
        t.add(f.packetCompleteOn(), e, "Enrollment packet complete");
        t.add(f.submittedOn(), e, "Enrollment submitted");
        t.add(f.approvedOn(), e, "Enrollment approved, effective " + f.effective());
        t.add(f.loadedOn(), e, "Enrollment loaded by the payer");
        t.add(f.termination(), e, "Enrollment ended");
      }
    }
    for (var a : w.authorizations) {
      t.add(a.fact().requestedAt(), a, "Authorization requested");
      t.add(a.fact().decidedAt(), a, "Authorization " + a.fact().status());
    }
    for (var s : w.schedule) {
      if (s.fact().patientId() != null
          && w.patientIds.contains(s.fact().patientId())
          && Objects.equals(s.fact().serviceDate(), w.dos)) {
        t.add(s.fact().at(), s, "Visit " + s.fact().type());
      }
    }
    for (var c : w.checks) {
      t.add(
          c.fact().requestedAt(),
          c,
          "Eligibility asked of " + c.fact().payerId() + ": " + c.fact().result());
    }
    for (var n : w.notices) {
      t.add(n.fact().receivedOn(), n, "Notice of the payer: " + n.fact().type());
    }
    if (w.encounter != null) {
      t.add(w.encounter.fact().serviceDate(), w.encounter, "Visit");
      if (w.encounter.fact().note() != null) {
        t.add(w.encounter.fact().note().signedAt(), w.encounter, "Note signed");
      }
    }
    for (var s : w.submissions) {
      t.add(
          s.fact().submittedOn() == null ? w.day(s.recordedAt()) : s.fact().submittedOn(),
          s,
          "Claim sent to " + s.fact().payerId() + ", frequency " + s.fact().frequency());
    }
    for (var a : w.acknowledgments) {
      t.add(
          a.recordedAt(),
          a,
          a.fact().type()
              + (Submissions.rejects(a.fact()) ? " rejects" : " accepts")
              + (a.fact().category() == null ? "" : " (" + a.fact().category() + ")"));
    }
    for (var e : w.workEvents) {
      t.add(e.fact().at(), e, "Work: " + e.fact().type());
    }
    for (var p : w.payments) {
      t.add(
          p.fact().paymentDate(),
          p,
          p.fact().reversal()
              ? "Payment reversed"
              : "Remittance, status "
                  + p.fact().status()
                  + ", paid "
                  + p.fact().paid()
                  + Doubts.matched(p.fact()));
    }
    t.moments.sort(Comparator.comparing(Moment::at));
    return List.copyOf(t.moments);
  }

  private void add(LocalDate day, Recorded<?> record, String event) {
    if (day != null) {
      add(day.atStartOfDay(ZoneOffset.UTC).toInstant(), record, event);
    }
  }

  private void add(Instant at, Recorded<?> record, String event) {
    if (at != null) {
      moments.add(new Moment(at, record.owner(), event, record.id()));
    }
  }
}
