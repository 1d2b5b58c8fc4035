package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Whether the claim reached the payer in time; a rejected claim is not received, and a 999 proves
 * nothing.
 */
final class FilingExams {
  /** Days between signing and sending within which the note, not billing, set the pace. */
  private static final long PROMPT_DAYS = 10;

  private final World w;
  private final Reported reported;
  private final Findings out;

  private FilingExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    var exams = new FilingExams(w, reported, out);
    exams.limit();
    AppealExams.examine(w, reported, out);
  }

  private void limit() {
    var limit = FilingLimit.limitOf(w);
    if (limit == null) {
      if (reported.says("29")) {
        out.cannotTest(Cause.BILL_LATE_FIRST_SUBMISSION, "the payer's filing limit");
        out.cannotTest(Cause.BILL_REJECTION_UNWORKED, "the payer's filing limit");
        out.cannotTest(Cause.DOC_NOTE_LATE, "the payer's filing limit");
      }
      return;
    }
    if (w.receivedOn == null && w.submittedOn == null) {
      return;
    }
    if ("7".equals(w.frequency) || "8".equals(w.frequency)) {
      corrected(limit);
      return;
    }
    var received = w.receivedOn == null ? w.submittedOn : w.receivedOn;
    if (!received.isAfter(limit.last())) {
      inTime(limit, received);
      return;
    }
    var taken = takenBefore(limit);
    if (taken != null) {
      taken(limit, taken);
      return;
    }
    var rejected = Rejections.rejectedInTime(w, limit);
    var firstSent = firstSent(w);
    var retro = limit.policy().fact().rule().retroEligibilityDays();
    if (retro != null && !w.dossier.answered(Owner.ELIGIBILITY)) {
      out.cannotTest(Cause.BILL_LATE_FIRST_SUBMISSION, Owner.ELIGIBILITY.name());
      out.cannotTest(Cause.BILL_REJECTION_UNWORKED, Owner.ELIGIBILITY.name());
      out.cannotTest(Cause.DOC_NOTE_LATE, Owner.ELIGIBILITY.name());
      return;
    }
    var rejections = new UnworkedRejections(w, out);
    if (rejected != null && rejections.idled(rejected, firstSent)) {
      rejections.violate(limit, rejected, received, firstSent);
    } else if (wrongPayerFirst(limit) instanceof Recorded<?> other) {
      out.violated(
          late(
                  Cause.BILL_WRONG_PAYER_ID,
                  limit,
                  received,
                  "The claim went first to another payer, in time, and reached the right one after the limit.")
              .cites(confirms(other, w.dos, "The first claim for the visit, at another payer.")));
    } else {
      lateFirst(limit, received, firstSent);
      rejections.worked(rejected);
    }
  }

  private void corrected(FilingLimit.Limit limit) {
    var r = limit.policy().fact().rule();
    var first = Latest.first(w.payments);
    if (r.correctedDays() == null || !reported.says("29")) {
      return;
    }
    var earlier = EarlierBill.of(w);
    var remitted =
        earlier != null && earlier.payment() != null
            ? earlier.payment().fact().paymentDate()
            : first == null ? null : first.fact().paymentDate();
    var from = "SERVICE_DATE".equals(r.correctedBasis()) ? w.dos : remitted;
    if (from == null) {
      return;
    }
    var last = from.plusDays(r.correctedDays());
    var received = w.receivedOn == null ? w.submittedOn : w.receivedOn;
    if (received.isAfter(last)) {
      out.violated(
          late(
              Cause.BILL_LATE_FIRST_SUBMISSION,
              new FilingLimit.Limit(last, limit.policy(), from),
              received,
              "The corrected claim was received on "
                  + received
                  + "; the last day was "
                  + last
                  + "."));
    } else {
      inTime(new FilingLimit.Limit(last, limit.policy(), from), received);
    }
  }

  private void inTime(FilingLimit.Limit limit, LocalDate received) {
    var text =
        "The payer accepted the claim on " + received + "; the last day was " + limit.last() + ".";
    var proof = accepted(w);
    for (var cause :
        java.util.List.of(
            Cause.BILL_LATE_FIRST_SUBMISSION, Cause.BILL_REJECTION_UNWORKED, Cause.DOC_NOTE_LATE)) {
      if (cause != Cause.DOC_NOTE_LATE || !out.found(cause)) {
        out.refute(
            cause,
            text,
            refutes(proof == null ? w.claim : proof, w.dos, text),
            refutes(
                limit.policy(),
                w.dos,
                "The limit is " + limit.policy().fact().rule().days() + " days."));
      }
    }
  }

  /** The payer's acceptance, within the limit, of an earlier claim for the visit, or null. */
  private Recorded<Acknowledgment> takenBefore(FilingLimit.Limit limit) {
    var earlier = EarlierBill.of(w);
    return earlier == null
        ? null
        : Latest.first(
            Latest.where(
                Latest.of(w.dossier.acknowledgments()),
                a ->
                    earlier.claim().fact().controlNumber().equals(a.controlNumber())
                        && Submissions.accepts(a)
                        && a.receivedOn() != null
                        && !a.receivedOn().isAfter(limit.last())));
  }

  /** The visit was received in time under another number; the payer has its own receipt. */
  private void taken(FilingLimit.Limit limit, Recorded<Acknowledgment> acceptance) {
    var text =
        "The payer accepted the first claim for the visit, "
            + acceptance.fact().controlNumber()
            + ", on "
            + acceptance.fact().receivedOn()
            + "; the last day was "
            + limit.last()
            + ".";
    for (var cause :
        java.util.List.of(
            Cause.BILL_LATE_FIRST_SUBMISSION, Cause.BILL_REJECTION_UNWORKED, Cause.DOC_NOTE_LATE)) {
      out.refute(
          cause,
          text,
          refutes(acceptance, w.dos, text),
          refutes(
              limit.policy(),
              w.dos,
              "The limit is " + limit.policy().fact().rule().days() + " days."));
    }
  }

  static Recorded<Acknowledgment> accepted(World w) {
    return Latest.first(
        Latest.where(
            w.acknowledgments, a -> "277CA".equals(a.type()) && Boolean.TRUE.equals(a.accepted())));
  }

  static LocalDate firstSent(World w) {
    if (w.submissions.isEmpty()) {
      return w.submittedOn;
    }
    var s = w.submissions.getFirst();
    return s.fact().submittedOn() == null ? w.day(s.recordedAt()) : s.fact().submittedOn();
  }

  private Recorded<?> wrongPayerFirst(FilingLimit.Limit limit) {
    return Latest.first(
        Latest.where(
            w.siblings,
            c ->
                c.payerId() != null
                    && !c.payerId().equals(w.payerId)
                    && !"S".equals(w.claim.fact().payerRank())
                    && c.submittedOn() != null
                    && !c.submittedOn().isAfter(limit.last())
                    && c.lines().stream()
                        .anyMatch(
                            l ->
                                w.dos.equals(l.serviceDate())
                                    && w.lines.stream()
                                        .anyMatch(
                                            m -> Objects.equals(m.procedure(), l.procedure())))));
  }

  static World received(World x, LocalDate day) {
    x.receivedOn = day;
    x.submittedOn = day;
    return x;
  }

  static void notInTime(World w, Findings out, FilingLimit.Limit limit) {
    out.refute(
        Cause.PAYER_PROCESSING_ERROR,
        "No acceptance by the payer by "
            + limit.last()
            + " is on file; a 999 is not proof of receipt.",
        refutes(limit.policy(), w.dos, "The last day was " + limit.last() + "."),
        refutes(accepted(w), w.dos, "Accepted after the limit."));
  }

  private Violation late(Cause cause, FilingLimit.Limit limit, LocalDate received, String summary) {
    return new Violation(cause, 0, "29", summary)
        .cites(
            confirms(
                w.claim,
                w.dos,
                "Received "
                    + received
                    + ", day "
                    + ChronoUnit.DAYS.between(w.dos, received)
                    + " after the visit."),
            confirms(accepted(w), w.dos, "Accepted by the payer " + received + "."),
            confirms(limit.policy(), w.dos, "The last day was " + limit.last() + "."))
        .cure(
            Kind.PREVENTION,
            "claim.submittedOn",
            String.valueOf(w.submittedOn),
            early(limit, received).toString(),
            x -> received(x, limit.last().isBefore(x.dos) ? x.dos : limit.last()));
  }

  /** The last day of sending that would have been in time, at the pace at which it was received. */
  private LocalDate early(FilingLimit.Limit limit, LocalDate received) {
    if (w.submittedOn == null || w.submittedOn.isAfter(limit.last())) {
      return limit.last();
    }
    var early = limit.last().minusDays(ChronoUnit.DAYS.between(w.submittedOn, received));
    return early.isBefore(w.dos) ? w.dos : early;
  }

  private void lateFirst(FilingLimit.Limit limit, LocalDate received, LocalDate firstSent) {
    var note = w.encounter == null ? null : w.encounter.fact().note();
    var signed = note == null ? null : w.day(note.signedAt());
    var days = limit.policy().fact().rule().days();
    var noteLate =
        signed != null
            && ChronoUnit.DAYS.between(w.dos, signed) * 2 > days
            && ChronoUnit.DAYS.between(signed, firstSent) <= PROMPT_DAYS;
    var violation =
        late(
            Cause.BILL_LATE_FIRST_SUBMISSION,
            limit,
            received,
            "The claim was first sent on "
                + firstSent
                + ", day "
                + ChronoUnit.DAYS.between(w.dos, firstSent)
                + " of "
                + days
                + ".");
    if (noteLate) {
      var note1 =
          new Violation(
                  Cause.DOC_NOTE_LATE,
                  0,
                  "29",
                  "The note was signed on "
                      + signed
                      + ", "
                      + ChronoUnit.DAYS.between(w.dos, signed)
                      + " days after the visit; the claim could not be sent before.")
              .cites(
                  confirms(w.encounter, w.dos, "Signed " + signed + "."),
                  confirms(w.claim, w.dos, "Sent " + firstSent + "."),
                  confirms(limit.policy(), w.dos, "The last day was " + limit.last() + "."))
              .cure(
                  Kind.PREVENTION,
                  "documentation.signedAt",
                  signed.toString(),
                  w.dos.toString(),
                  x -> received(x, x.dos.plusDays(ChronoUnit.DAYS.between(signed, received))));
      note1.origin = new Origin(signed, Owner.CLAIMS, "The note was signed.");
      note1.link(violation, Role.PROXIMATE);
      out.violations.removeIf(v -> v.cause == Cause.DOC_NOTE_LATE);
      out.violated(note1);
      out.violated(violation);
    } else {
      PolicyChanges.link(w, out, limit.policy(), violation);
      out.violated(violation);
      if (signed != null) {
        out.refute(
            Cause.DOC_NOTE_LATE,
            "The note was signed on " + signed + ", in time.",
            refutes(w.encounter, w.dos, "Signed " + signed + "."));
      } else if (w.encounter == null) {
        out.cannotTest(Cause.DOC_NOTE_LATE, "the encounter");
      }
    }
    out.refute(
        Cause.BILL_REJECTION_UNWORKED,
        "No submission was rejected within the limit.",
        refutes(w.claim, w.dos, "First sent " + firstSent + "."));
    notInTime(w, out, limit);
  }
}
