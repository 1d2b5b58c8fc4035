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

/** Time that was lost on a claim because its rejection lay unworked. */
final class UnworkedRejections {
  /** Days within which a rejection counts as worked: two business days and a weekend. */
  private static final long WORKED_DAYS = 4;

  private final World w;
  private final Findings out;

  UnworkedRejections(World w, Findings out) {
    this.w = w;
    this.out = out;
  }

  /** A rejection that was worked: right the first time, the claim might yet have been in time. */
  void worked(Recorded<Acknowledgment> rejected) {
    var late = out.violation(Cause.BILL_LATE_FIRST_SUBMISSION);
    var why = rejected == null ? null : whyRejected(rejected);
    if (late != null && why != null) {
      late.link(why, Role.PROXIMATE);
    }
  }

  /** Why a submission was turned away, as a defect that mattered for the day of receipt. */
  private Violation whyRejected(Recorded<Acknowledgment> rejected) {
    var first = Submissions.rejectedWorld(w, rejected);
    var why = first == null ? null : Submissions.whyRejected(first, rejected);
    if (why == null) {
      return null;
    }
    why.cures.clear();
    return why.cure(
        Kind.PREVENTION,
        fact(why.cause),
        "as first sent",
        "right the first time",
        x -> FilingExams.received(x, rejected.fact().receivedOn()));
  }

  /**
   * Whether the idle rejection, rather than the time before the first file, took the larger share.
   */
  boolean idled(Recorded<Acknowledgment> rejected, LocalDate firstSent) {
    var idle = Rejections.idle(w, rejected);
    return idle > WORKED_DAYS && idle >= ChronoUnit.DAYS.between(w.dos, firstSent);
  }

  void violate(
      FilingLimit.Limit limit,
      Recorded<Acknowledgment> rejected,
      LocalDate received,
      LocalDate firstSent) {
    var opened = Rejections.opened(w, rejected);
    var touched = Rejections.touched(w, rejected);
    var until = touched == null ? w.submittedOn : w.day(touched.fact().at());
    var idle = ChronoUnit.DAYS.between(rejected.fact().receivedOn(), until);
    var violation =
        new Violation(
                Cause.BILL_REJECTION_UNWORKED,
                0,
                "29",
                "The payer rejected the claim on "
                    + rejected.fact().receivedOn()
                    + " and nobody worked the rejection for "
                    + idle
                    + " days; it was received on "
                    + received
                    + ", after "
                    + limit.last()
                    + ".")
            .cites(
                confirms(
                    rejected,
                    w.dos,
                    "Rejected (277CA "
                        + Told.word(rejected.fact().category())
                        + ":"
                        + Told.word(rejected.fact().status())
                        + ") on "
                        + rejected.fact().receivedOn()
                        + "; a rejected claim is not received."),
                confirms(
                    opened,
                    w.dos,
                    opened == null
                        ? ""
                        : "The rejection was opened on "
                            + w.day(opened.fact().at())
                            + (opened.fact().due() == null
                                ? "."
                                : ", due " + opened.fact().due() + ".")),
                confirms(
                    touched,
                    w.dos,
                    touched == null ? "" : "First touched on " + w.day(touched.fact().at()) + "."),
                confirms(
                    limit.policy(),
                    w.dos,
                    limit.policy().fact().rule().days()
                        + " days from "
                        + limit.from()
                        + ": last day "
                        + limit.last()
                        + "."))
            .cure(
                Kind.PREVENTION,
                "workEvent.at",
                String.valueOf(until),
                opened != null && opened.fact().due() != null
                    ? opened.fact().due().toString()
                    : "within two business days",
                x -> FilingExams.received(x, rejected.fact().receivedOn()));
    violation.origin =
        new Origin(rejected.fact().receivedOn(), Owner.CLAIMS, "The payer rejected the claim.");
    var why = whyRejected(rejected);
    if (why != null) {
      violation.link(why, Role.ORIGIN);
    }
    out.violated(violation);
    out.refute(
        Cause.BILL_LATE_FIRST_SUBMISSION,
        "The claim was first sent on " + firstSent + ", in time.",
        refutes(
            w.submissions.isEmpty() ? w.claim : w.submissions.getFirst(),
            w.dos,
            "First sent " + firstSent + "."));
    noteInTime(firstSent);
    FilingExams.notInTime(w, out, limit);
  }

  private static String fact(Cause cause) {
    return switch (cause) {
      case ELIG_MEMBER_ID_MISMATCH -> "claim.memberId";
      case ELIG_DEMOGRAPHIC_MISMATCH -> "claim.birthDate";
      case BILL_NPI_INVALID, BILL_NPI_MISSING -> "claim.renderingNpi";
      case CRED_TAXONOMY_MISMATCH -> "claim.renderingTaxonomy";
      case BILL_WRONG_PAYER_ID, ELIG_WRONG_PAYER_CARVEOUT -> "claim.payerId";
      default -> "claim.lines";
    };
  }

  private void noteInTime(LocalDate firstSent) {
    var note = w.encounter == null ? null : w.encounter.fact().note();
    if (note != null && note.signedAt() != null && !w.day(note.signedAt()).isAfter(firstSent)) {
      out.refute(
          Cause.DOC_NOTE_LATE,
          "The note was signed before the claim was first sent.",
          refutes(w.encounter, w.dos, "Signed " + w.day(note.signedAt()) + "."));
    }
  }
}
