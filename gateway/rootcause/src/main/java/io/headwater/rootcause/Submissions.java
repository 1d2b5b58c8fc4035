package io.headwater.rootcause;

import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.rootcause.fact.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the payer's front door said of each submission (X12 999, 277CA). */
final class Submissions {
  private static final Set<String> RETURNED = Set.of("A3", "A4", "A6", "A7", "A8");
  private static final Set<String> TAKEN = Set.of("A0", "A1", "A2", "A5");

  private Submissions() {}

  /** Whether an acknowledgment turns the claim away. */
  static boolean rejects(Acknowledgment a) {
    if ("277CA".equals(a.type())) {
      return RETURNED.contains(String.valueOf(a.category())) || "U".equals(a.action());
    }
    return ("999".equals(a.type()) || "TA1".equals(a.type())) && Boolean.FALSE.equals(a.accepted());
  }

  /** Whether an acknowledgment takes the claim into adjudication; a 999 never does. */
  static boolean accepts(Acknowledgment a) {
    return "277CA".equals(a.type())
        && !rejects(a)
        && (a.source() == null || "PR".equals(a.source()))
        && ("A2".equals(a.category()) || a.category() == null || TAKEN.contains(a.category()));
  }

  /** The last word on a claim that was not adjudicated: rejected, or null when it was not. */
  static Recorded<Acknowledgment> lastRejection(World w) {
    Recorded<Acknowledgment> last = null;
    for (var ack : w.acknowledgments) {
      if (rejects(ack.fact()) || accepts(ack.fact())) {
        last = last == null || !ack.recordedAt().isBefore(last.recordedAt()) ? ack : last;
      }
    }
    if (last == null || !rejects(last.fact())) {
      return null;
    }
    var sent = w.claim;
    return sent != null && sent.recordedAt().isAfter(last.recordedAt()) ? null : last;
  }

  /** Whether the front door's last word on a submission, before the next one, turned it away. */
  static boolean turnedAway(World w, Recorded<Claim> submission) {
    var next =
        w.submissions.stream()
            .map(Recorded::recordedAt)
            .filter(at -> at.isAfter(submission.recordedAt()))
            .findFirst()
            .orElse(null);
    var last = false;
    for (var ack : w.acknowledgments) {
      if (!ack.recordedAt().isBefore(submission.recordedAt())
          && (next == null || ack.recordedAt().isBefore(next))
          && (rejects(ack.fact()) || accepts(ack.fact()))) {
        last = rejects(ack.fact());
      }
    }
    return last;
  }

  /**
   * The day the payer first took the claim into adjudication, or null. A replacement counts from
   * its own acceptance.
   */
  static LocalDate acceptedOn(World w) {
    LocalDate day = null;
    for (var ack : w.acknowledgments) {
      var first = "1".equals(w.frequency) || w.claim == null;
      if (accepts(ack.fact()) && (first || !ack.recordedAt().isBefore(w.claim.recordedAt()))) {
        var on =
            ack.fact().receivedOn() == null ? w.day(ack.recordedAt()) : ack.fact().receivedOn();
        day = day == null || on.isBefore(day) ? on : day;
      }
    }
    return day;
  }

  /** The world of the submission that an acknowledgment turned away, or null. */
  static World rejectedWorld(World w, Recorded<Acknowledgment> rejection) {
    Recorded<Claim> sent = null;
    for (var submission : w.submissions) {
      if (!submission.recordedAt().isAfter(rejection.recordedAt())) {
        sent = submission;
      }
    }
    if (sent == null) {
      return null;
    }
    var x = w.copy();
    Assembly.bill(x, sent);
    x.payments = List.of();
    x.acknowledgments = List.of();
    x.receivedOn = x.submittedOn;
    return x;
  }

  /** The defect for which a submission was turned away, or null when the records show none. */
  static Violation whyRejected(World rejected, Recorded<Acknowledgment> rejection) {
    var reported = reported(rejection);
    var findings = Adjudicator.examine(rejected, reported, false);
    var family = Family.of(reported);
    Violation best = null;
    for (var cause : family) {
      var found = findings.violation(cause);
      if (found != null && best == null) {
        best = found;
      }
    }
    return best;
  }

  /** The codes of a rejection. */
  static Reported reported(Recorded<Acknowledgment> rejection) {
    var a = rejection.fact();
    var status = a.status() == null ? "?" : a.status();
    return new Reported(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(status),
        a.entity() == null ? Set.of() : Set.of(a.entity()));
  }
}
