package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.util.List;

/** Whether the claim names the patient as the payer knows him. */
final class IdentityExams {

  private final World w;
  private final Reported reported;
  private final Findings out;

  private IdentityExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    var exams = new IdentityExams(w, reported, out);
    exams.identity();
    exams.birthDate();
  }

  private void identity() {
    var answer =
        Latest.last(
            Latest.where(
                Answers.answers(w),
                c -> c.returnedMemberId() != null && !"NOT_FOUND".equals(c.result())));
    var coverage = Answers.coverageAt(w, w.payerId);
    if (w.memberId == null) {
      return;
    }
    var right = answer != null ? answer.fact().returnedMemberId() : null;
    if (right == null) {
      var corrected = correctedMemberId();
      right = corrected != null ? corrected : coverage == null ? null : coverage.fact().memberId();
    }
    if (right == null) {
      if (reported.says("31", "N382", "140")) {
        out.cannotTest(Cause.ELIG_MEMBER_ID_MISMATCH, "an eligibility answer with the member id");
      }
      return;
    }
    if (Ids.same(right, w.memberId) && answer == null && reported.says("31", "N382", "140")) {
      out.cannotTest(Cause.ELIG_MEMBER_ID_MISMATCH, "an eligibility answer with the member id");
      return;
    }
    if (Ids.same(right, w.memberId)) {
      out.refute(
          Cause.ELIG_MEMBER_ID_MISMATCH,
          answer == null
              ? "The member id on the claim is the one on file."
              : "The member id on the claim is the one the payer returned.",
          refutes(answer, w.dos, "The payer returned the member id that was sent."),
          refutes(
              answer == null ? coverage : null, w.dos, "The coverage holds the same member id."));
      return;
    }
    var id = right;
    var violation =
        new Violation(
                Cause.ELIG_MEMBER_ID_MISMATCH,
                0,
                "31",
                "The member id on the claim is not the one the payer returned.")
            .remark("N382")
            .cites(
                confirms(
                    answer, w.dos, "The payer returned another member id than the claim carries."),
                answer == null
                    ? confirms(
                        coverage, w.dos, "The coverage holds another member id than the claim.")
                    : confirms(stale(coverage), w.dos, "Intake holds the wrong member id."),
                confirms(w.claim, w.dos, "The claim went out with the wrong member id."))
            .cure(
                Kind.REMEDY,
                "claim.memberId",
                "as sent",
                "as returned by the payer",
                x -> withMember(x, id));
    if (answer != null && !w.day(answer.fact().requestedAt()).isAfter(w.dos)) {
      violation.handoff = io.headwater.vocabulary.Handoff.INTAKE;
    }
    unfound(violation, "72", "75", "64");
    unchecked(violation);
    violation.origin =
        answer == null
            ? null
            : new Origin(
                w.day(answer.fact().requestedAt()),
                Owner.ELIGIBILITY,
                "The answer already carried the right id.");
    out.violated(violation);
  }

  /** A check that was not made, or too early, would have shown the id: there it began. */
  private void unchecked(Violation violation) {
    var before = Answers.before(w);
    if (before == null) {
      violation.link(
          new Violation(
                  Cause.ELIG_NOT_VERIFIED, 0, null, "Nobody asked the payer before the visit.")
              .cites(
                  confirms(
                      w.encounter == null ? w.claim : w.encounter,
                      w.dos,
                      "The visit took place without an answer of the payer.")),
          Role.ORIGIN);
    } else if (!Answers.fresh(w, before)
        && Ids.same(before.fact().returnedMemberId(), w.memberId)) {
      violation.link(
          new Violation(
                  Cause.ELIG_STALE_CHECK,
                  0,
                  null,
                  "The last answer before the visit was of "
                      + w.day(before.fact().requestedAt())
                      + "; the id has changed since.")
              .cites(confirms(before, w.dos, "The last answer still returned the old id.")),
          Role.ORIGIN);
    }
  }

  /** Cites answers in which the payer could not find the patient (X12 271 AAA03). */
  private void unfound(Violation violation, String... reasons) {
    for (var check : w.checks) {
      var c = check.fact();
      if (w.payerId.equals(c.payerId())
          && c.rejectReasons().stream().anyMatch(r -> List.of(reasons).contains(r))) {
        violation.cites(confirms(check, w.dos, "Asked so, the payer did not find the patient."));
      }
    }
  }

  private Recorded<Coverage> stale(Recorded<Coverage> coverage) {
    return coverage != null && Ids.same(coverage.fact().memberId(), w.memberId) ? coverage : null;
  }

  private String correctedMemberId() {
    var payment = Latest.last(w.payments);
    return payment == null ? null : payment.fact().correctedMemberId();
  }

  private static World withMember(World x, String id) {
    x.memberId = id;
    return x;
  }

  private void birthDate() {
    if (w.patient == null || w.claim == null) {
      if (w.birthDate != null && reported.says("6", "9", "N329")) {
        out.cannotTest(Cause.ELIG_DEMOGRAPHIC_MISMATCH, "the patient's record");
      }
      return;
    }
    var p = w.patient.fact();
    var c = w.claim.fact();
    var wrongDay =
        w.birthDate != null && p.birthDate() != null && !w.birthDate.equals(p.birthDate());
    var wrongSex =
        c.sex() != null
            && p.sex() != null
            && !c.sex().equalsIgnoreCase(p.sex())
            && !"U".equals(c.sex());
    var wrongName = named() && !sameName();
    if (wrongDay || wrongSex || wrongName) {
      var field = wrongDay ? "birth date" : wrongSex ? "sex" : "name";
      var violation =
          new Violation(
                  Cause.ELIG_DEMOGRAPHIC_MISMATCH,
                  0,
                  wrongDay ? "31" : "140",
                  "The patient's " + field + " on the claim is not the one on file.")
              .remark(wrongDay ? "N329" : "MA36")
              .cites(
                  confirms(w.patient, w.dos, "The patient's record holds another " + field + "."),
                  confirms(w.claim, w.dos, "The claim carries a wrong " + field + "."))
              .cure(
                  Kind.REMEDY,
                  wrongDay ? "claim.birthDate" : wrongSex ? "claim.sex" : "claim.patientName",
                  "as sent",
                  "as on file",
                  x -> {
                    x.cured = Cured.with(x, Cause.ELIG_DEMOGRAPHIC_MISMATCH);
                    return x;
                  });
      unfound(violation, "71", "58", "73", "75");
      out.violated(violation);
    } else {
      out.refute(
          Cause.ELIG_DEMOGRAPHIC_MISMATCH,
          "Name, birth date and sex on the claim are those on file.",
          refutes(w.patient, w.dos, "The patient's record agrees with the claim."));
    }
  }

  private boolean named() {
    return w.claim.fact().patientName() != null
        && w.claim.fact().patientName().last() != null
        && w.patient.fact().name() != null
        && w.patient.fact().name().last() != null;
  }

  private boolean sameName() {
    var a = w.claim.fact().patientName();
    var b = w.patient.fact().name();
    return Ids.letters(a.last()).equals(Ids.letters(b.last()))
        && (a.first() == null
            || b.first() == null
            || Ids.letters(a.first()).equals(Ids.letters(b.first())));
  }
}
