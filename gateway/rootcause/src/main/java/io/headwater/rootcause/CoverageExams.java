package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.Cause;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Whether coverage was in force on the date of service, and what was known of it when. */
final class CoverageExams {

  private final World w;
  private final Reported reported;
  private final Findings out;

  private CoverageExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out, boolean carvedOut) {
    new CoverageExams(w, reported, out).active(carvedOut);
  }

  private void active(boolean carvedOut) {
    var before = Answers.before(w);
    var answers = Answers.answers(w);
    var last = Latest.last(answers);
    var coverage = Answers.coverageAt(w, w.payerId);
    var asked =
        before != null
            && !w.day(before.fact().requestedAt()).isBefore(w.dos.minusDays(Answers.ASKED_DAYS));
    var termination = termination(before, last, coverage);
    var begin = begin(before, last, coverage);
    if (termination != null && !carvedOut) {
      new CoverageEnds(w, out).ended(termination, before, asked, last, coverage);
    } else if (begin != null && !carvedOut) {
      notYet(begin, last, coverage);
    } else {
      refuteCoverage(before, last, coverage, carvedOut);
    }
    asked(before);
  }

  private void notYet(
      LocalDate begin, Recorded<EligibilityCheck> last, Recorded<Coverage> coverage) {
    var violation =
        new Violation(
                Cause.ELIG_NOT_YET_EFFECTIVE,
                0,
                "26",
                "Coverage began on " + begin + ", after the visit.")
            .cites(
                confirms(
                    last != null && begin.equals(last.fact().planBegin()) ? last : null,
                    w.dos,
                    "The plan begins " + begin + "."),
                confirms(
                    coverage != null && begin.equals(coverage.fact().effective()) ? coverage : null,
                    w.dos,
                    "The coverage is effective " + begin + "."))
            .cure(
                Kind.PREVENTION,
                "coverage.effective",
                begin.toString(),
                w.dos.toString(),
                x -> Cured.of(x, Cause.ELIG_NOT_YET_EFFECTIVE));
    CoverageEnds.elsewhere(w, violation);
    out.violated(violation);
  }

  private void refuteCoverage(
      Recorded<EligibilityCheck> before,
      Recorded<EligibilityCheck> last,
      Recorded<Coverage> coverage,
      boolean carvedOut) {
    var coded = reported.says("27", "26", "200", "31", "177", "109");
    var active = last != null && "ACTIVE".equals(last.fact().result()) ? last : null;
    var tells =
        active != null
            && (!w.day(active.fact().requestedAt()).isBefore(w.dos) || Answers.fresh(w, active));
    if (tells || active != null && (carvedOut || !coded)) {
      for (var cause :
          List.of(
              Cause.ELIG_COVERAGE_TERMED, Cause.ELIG_RETRO_TERM, Cause.ELIG_NOT_YET_EFFECTIVE)) {
        out.refute(
            cause,
            "The plan was active on the date of service.",
            refutes(active, w.dos, "The payer answered active for the date of service."));
      }
      return;
    }
    if (coverage != null && !coded) {
      var text = "The coverage spans the date of service.";
      out.refute(Cause.ELIG_COVERAGE_TERMED, text, refutes(coverage, w.dos, text));
    } else if (coded && !carvedOut && (coverage != null || w.coverages.isEmpty())) {
      unasked(before, active);
    }
  }

  /** Nobody knows whether coverage was in force; that nobody asked is what the records prove. */
  private void unasked(Recorded<EligibilityCheck> before, Recorded<EligibilityCheck> stale) {
    var missing = "an eligibility answer of the payer for the date of service";
    out.cannotTest(Cause.ELIG_COVERAGE_TERMED, missing);
    out.cannotTest(Cause.ELIG_RETRO_TERM, missing);
    var later =
        Answers.answers(w).stream().anyMatch(c -> !w.day(c.fact().requestedAt()).isBefore(w.dos));
    if (later || before != null && stale == null) {
      return;
    }
    var cause = stale == null ? Cause.ELIG_NOT_VERIFIED : Cause.ELIG_STALE_CHECK;
    var violation =
        new Violation(
                cause,
                0,
                null,
                stale == null
                    ? "Nobody asked the payer before the visit, and nobody has since."
                    : "The last answer before the visit was of "
                        + w.day(stale.fact().requestedAt())
                        + ".")
            .cites(
                stale != null
                    ? confirms(stale, w.dos, "The last answer of the payer before the visit.")
                    : confirms(
                        w.encounter == null ? w.claim : w.encounter,
                        w.dos,
                        "The visit took place without an answer of the payer."))
            .cure(
                Kind.PREVENTION,
                "eligibilityCheck.requestedAt",
                stale == null ? "never" : w.day(stale.fact().requestedAt()).toString(),
                w.dos.toString(),
                x -> Cured.of(x, cause));
    violation.certainty = 0.8;
    out.violated(violation);
  }

  /** The day coverage ended, where it ended before the visit; null otherwise. */
  private LocalDate termination(
      Recorded<EligibilityCheck> before,
      Recorded<EligibilityCheck> last,
      Recorded<Coverage> coverage) {
    for (var notice : w.notices) {
      var n = notice.fact();
      if ("RETRO_DISENROLLMENT".equals(n.type())
          && Objects.equals(n.payerId(), w.payerId)
          && n.lastDay() != null
          && n.lastDay().isBefore(w.dos)) {
        return n.lastDay();
      }
    }
    if (last != null && last.fact().planEnd() != null && last.fact().planEnd().isBefore(w.dos)) {
      return last.fact().planEnd();
    }
    if (last != null
        && "INACTIVE".equals(last.fact().result())
        && last.fact().planBegin() != null
        && last.fact().planBegin().isAfter(w.dos)) {
      return null;
    }
    if (last != null && "INACTIVE".equals(last.fact().result())) {
      return coverage != null
              && coverage.fact().termination() != null
              && coverage.fact().termination().isBefore(w.dos)
          ? coverage.fact().termination()
          : w.dos.minusDays(1);
    }
    if (coverage != null
        && coverage.fact().termination() != null
        && coverage.fact().termination().isBefore(w.dos)) {
      var stillActive =
          before != null
              && "ACTIVE".equals(before.fact().result())
              && coverage.recordedAt().isBefore(before.recordedAt());
      return stillActive ? null : coverage.fact().termination();
    }
    return null;
  }

  private LocalDate begin(
      Recorded<EligibilityCheck> before,
      Recorded<EligibilityCheck> last,
      Recorded<Coverage> coverage) {
    var check = last == null ? before : last;
    if (check != null
        && check.fact().planBegin() != null
        && check.fact().planBegin().isAfter(w.dos)) {
      return check.fact().planBegin();
    }
    if (check == null
        && coverage != null
        && coverage.fact().effective() != null
        && coverage.fact().effective().isAfter(w.dos)) {
      return coverage.fact().effective();
    }
    return null;
  }

  private void asked(Recorded<EligibilityCheck> before) {
    if (before != null) {
      out.refute(
          Cause.ELIG_NOT_VERIFIED,
          "The payer was asked before the visit.",
          refutes(before, w.dos, "Asked on " + w.day(before.fact().requestedAt()) + "."));
      if (Answers.fresh(w, before)) {
        out.refute(
            Cause.ELIG_STALE_CHECK,
            "The answer was fresh on the day of the visit.",
            refutes(before, w.dos, "Asked on " + w.day(before.fact().requestedAt()) + "."));
      }
    }
  }
}
