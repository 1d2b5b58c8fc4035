package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Fault;
import io.headwater.vocabulary.Handoff;
import io.headwater.vocabulary.Role;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Coverage that had ended by the visit: known then, not asked, or dated back since. */
final class CoverageEnds {
  private final World w;
  private final Findings out;

  CoverageEnds(World w, Findings out) {
    this.w = w;
    this.out = out;
  }

  /**
   * Coverage that had ended by the visit.
   *
   * @param last its last day
   * @param before the last answer had by the day of the visit, or null
   * @param asked whether that answer is recent enough to say that somebody asked
   * @param latest the last answer of all, or null
   * @param coverage the coverage on file, or null
   */
  void ended(
      LocalDate last,
      Recorded<EligibilityCheck> before,
      boolean asked,
      Recorded<EligibilityCheck> latest,
      Recorded<Coverage> coverage) {
    var notice =
        Latest.first(
            Latest.where(
                w.notices,
                n ->
                    "RETRO_DISENROLLMENT".equals(n.type())
                        && Objects.equals(n.payerId(), w.payerId)
                        && last.equals(n.lastDay())));
    var knownBefore =
        before != null
            && ("INACTIVE".equals(before.fact().result())
                || before.fact().planEnd() != null && before.fact().planEnd().isBefore(w.dos));
    var activeBefore =
        before != null && asked && !knownBefore && "ACTIVE".equals(before.fact().result());
    var fresh = activeBefore && Answers.fresh(w, before);
    var own = coverage != null && last.equals(coverage.fact().termination()) ? coverage : null;
    var cited = latest != null && !latest.equals(before) ? latest : knownBefore ? before : null;
    if (notice != null || fresh) {
      retroactive(last, notice, before, cited, own);
      return;
    }
    var violation =
        new Violation(
                Cause.ELIG_COVERAGE_TERMED,
                0,
                "27",
                "Coverage ended on " + last + ", before the visit.")
            .cites(
                confirms(
                    knownBefore ? before : cited,
                    w.dos,
                    "The payer answered that the plan ended " + last + "."),
                confirms(own, w.dos, "The coverage record ends " + last + "."))
            .cure(
                Kind.PREVENTION,
                "coverage.termination",
                last.toString(),
                "open",
                x -> Cured.of(x, Cause.ELIG_COVERAGE_TERMED));
    var other = CarveOuts.otherCoverage(w);
    if (knownBefore) {
      violation.handoff = Handoff.INTAKE;
    }
    elsewhere(w, violation);
    out.violated(violation);
    out.refute(
        Cause.ELIG_RETRO_TERM,
        "Coverage ended before the visit and no notice dated it back.",
        refutes(knownBefore ? before : cited, w.dos, "The end was known when asked."),
        refutes(own, w.dos, "The coverage record ends " + last + "."));
    if (before == null) {
      process(
          Cause.ELIG_NOT_VERIFIED,
          "Nobody asked the payer before the visit.",
          violation,
          null,
          other != null);
    } else if (!knownBefore && "ACTIVE".equals(before.fact().result())) {
      var age = ChronoUnit.DAYS.between(w.day(before.fact().requestedAt()), w.dos);
      process(
          Cause.ELIG_STALE_CHECK,
          "The last answer before the visit was " + age + " days old.",
          violation,
          before,
          other != null);
    }
  }

  /**
   * A step that intake left out. It is the root where asking would have found the payer that
   * covers; otherwise the claim could not have been paid and the step only contributed.
   */
  private void process(
      Cause cause,
      String summary,
      Violation ended,
      Recorded<EligibilityCheck> check,
      boolean rescues) {
    var process =
        new Violation(cause, 0, "27", summary)
            .cites(
                check != null
                    ? confirms(check, w.dos, "The last question to the payer before the visit.")
                    : confirms(
                        w.encounter == null ? w.claim : w.encounter,
                        w.dos,
                        "The visit took place without an answer of the payer."))
            .cure(
                Kind.PREVENTION,
                "eligibilityCheck.requestedAt",
                check == null ? "never" : w.day(check.fact().requestedAt()).toString(),
                w.dos.toString(),
                x -> Cured.of(Cured.of(x, cause), Cause.ELIG_COVERAGE_TERMED));
    if (rescues) {
      process.evidence.addAll(ended.evidence);
      out.violated(process);
      process.link(ended, Role.PROXIMATE);
    } else {
      process.cures.clear();
      ended.link(process, Role.CONTRIBUTING);
    }
  }

  private void retroactive(
      LocalDate last,
      Recorded<?> notice,
      Recorded<EligibilityCheck> before,
      Recorded<EligibilityCheck> later,
      Recorded<Coverage> coverage) {
    var violation =
        new Violation(
                Cause.ELIG_RETRO_TERM,
                0,
                "27",
                "The payer ended coverage after the visit, back to " + last + ".")
            .cites(
                confirms(notice, w.dos, "The payer's notice ends coverage on " + last + "."),
                confirms(later, w.dos, "A later answer shows the plan ended " + last + "."),
                confirms(coverage, w.dos, "The coverage record now ends " + last + "."),
                confirms(before, w.dos, "Asked before the visit, the payer answered active."))
            .cure(
                Kind.PREVENTION,
                "coverage.termination",
                last.toString(),
                "open",
                x -> Cured.of(x, Cause.ELIG_RETRO_TERM));
    violation.fault = Fault.EXTERNAL;
    elsewhere(w, violation);
    out.violated(violation);
    if (before != null && "ACTIVE".equals(before.fact().result())) {
      out.refute(
          Cause.ELIG_COVERAGE_TERMED,
          "On the date of service the payer answered active.",
          refutes(before, w.dos, "The payer answered active before the visit."));
    }
  }

  /** Where another payer covered the visit, the claim can go there. */
  static void elsewhere(World w, Violation violation) {
    var other = CarveOuts.otherCoverage(w);
    if (other == null) {
      return;
    }
    violation.cites(
        confirms(
            other.record(),
            w.dos,
            "Coverage by " + other.payerId() + " was active on the date of service."));
    violation.cure(
        Kind.REMEDY,
        List.of(
            new Change("claim.payerId", w.payerId, other.payerId()),
            new Change("claim.memberId", "as sent", "as at " + other.payerId())),
        x -> CarveOuts.reroute(x, other.payerId()));
  }
}
