package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.DateRange;
import io.headwater.vocabulary.Fault;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Who was covered, by whom, and what was known of it when: coverage at the payer that was billed.
 */
final class EligibilityExams {
  /** Days for which an eligibility answer supports a visit. */
  static final int FRESH_DAYS = 3;

  /** Days after which nobody can be said to have asked. */
  private static final int ASKED_DAYS = 30;

  private final World w;
  private final Reported reported;
  private final Findings out;

  private EligibilityExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    if (!w.dossier.answered(Owner.ELIGIBILITY)) {
      out.cannotTest(Owner.ELIGIBILITY);
      return;
    }
    new EligibilityExams(w, reported, out).all();
  }

  private void all() {
    identity();
    birthDate();
    coverage();
  }

  /** Answers of the payer that was billed, oldest first. */
  private List<Recorded<EligibilityCheck>> answers() {
    return Latest.where(
            w.checks,
            c -> Objects.equals(c.payerId(), w.payerId) && !"PAYER_UNAVAILABLE".equals(c.result()))
        .stream()
        .sorted(java.util.Comparator.comparing(c -> c.fact().requestedAt()))
        .toList();
  }

  /** The last answer that was had by the day of the visit, or null. */
  private Recorded<EligibilityCheck> before() {
    return Latest.last(
        answers().stream().filter(c -> !w.day(c.fact().requestedAt()).isAfter(w.dos)).toList());
  }

  private void identity() {
    var answer =
        Latest.last(
            Latest.where(
                answers(), c -> c.returnedMemberId() != null && !"NOT_FOUND".equals(c.result())));
    var coverage = coverageAt(w.payerId);
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
    if (same(right, w.memberId)) {
      out.refute(
          Cause.ELIG_MEMBER_ID_MISMATCH,
          "The member id on the claim is the one the payer returned.",
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
    violation.origin =
        answer == null
            ? null
            : new Origin(
                w.day(answer.fact().requestedAt()),
                Owner.ELIGIBILITY,
                "The answer already carried the right id.");
    out.violated(violation);
  }

  private Recorded<Coverage> stale(Recorded<Coverage> coverage) {
    return coverage != null && same(coverage.fact().memberId(), w.memberId) ? coverage : null;
  }

  private String correctedMemberId() {
    var payment = Latest.last(w.payments);
    return payment == null ? null : payment.fact().correctedMemberId();
  }

  private static World withMember(World x, String id) {
    x.memberId = id;
    return x;
  }

  static boolean same(String a, String b) {
    return a != null && b != null && clean(a).equals(clean(b));
  }

  private static String clean(String id) {
    return id.replaceAll("[^A-Za-z0-9]", "").toUpperCase(java.util.Locale.ROOT);
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
      out.violated(
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
                    x.cured = with(x, Cause.ELIG_DEMOGRAPHIC_MISMATCH);
                    return x;
                  }));
    } else {
      out.refute(
          Cause.ELIG_DEMOGRAPHIC_MISMATCH,
          "Name, birth date and sex on the claim are those on file.",
          refutes(w.patient, w.dos, "The patient's record agrees with the claim."));
    }
  }

  static java.util.Set<Cause> with(World x, Cause cause) {
    var set = java.util.EnumSet.of(cause);
    set.addAll(x.cured);
    return set;
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
    return letters(a.last()).equals(letters(b.last()))
        && (a.first() == null
            || b.first() == null
            || letters(a.first()).equals(letters(b.first())));
  }

  private static String letters(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z]", "")
        .toUpperCase(java.util.Locale.ROOT);
  }

  private Recorded<Coverage> coverageAt(String payerId) {
    var of = Latest.where(w.coverages, c -> Objects.equals(c.payerId(), payerId));
    return of.stream()
        .filter(c -> new DateRange(c.fact().effective(), c.fact().termination()).contains(w.dos))
        .findFirst()
        .orElse(Latest.last(of));
  }

  private void coverage() {
    var carveOut = CarveOuts.find(w);
    if (carveOut != null) {
      carvedOut(carveOut);
    } else {
      out.refute(
          Cause.ELIG_WRONG_PAYER_CARVEOUT,
          "No answer, notice or coverage names another administrator for the service.",
          refutes(before(), w.dos, "The payer's answer names no other payer."));
    }
    active(carveOut != null);
    BenefitExams.examine(w, reported, out, before());
    CoordinationExams.examine(w, reported, out, before());
  }

  private void carvedOut(CarveOuts.Found found) {
    var administrator = found.administratorPayerId();
    var violation =
        new Violation(
                found.cause(),
                0,
                found.cause() == Cause.ELIG_WRONG_PLAN_MCO ? "24" : "109",
                "The service is administered by "
                    + administrator
                    + ", not by the payer that was billed.")
            .cites(found.evidence().toArray(new Diagnosis.Evidence[0]))
            .cure(
                Kind.REMEDY,
                List.of(
                    new Change("claim.payerId", w.payerId, administrator),
                    new Change("claim.memberId", "as sent", "as at " + administrator)),
                x -> CarveOuts.reroute(x, administrator));
    if (found.overlooked()) {
      violation.handoff = io.headwater.vocabulary.Handoff.INTAKE;
      violation.cure(
          Kind.PREVENTION,
          "eligibilityCheck.payerId",
          w.payerId,
          administrator,
          x -> CarveOuts.reroute(x, administrator));
    }
    violation.origin = found.origin();
    if (w.claim != null) {
      violation.link(
          new Violation(
                  Cause.BILL_WRONG_PAYER_ID,
                  0,
                  "109",
                  "The claim names " + w.payerId + " as payer.")
              .cites(confirms(w.claim, w.dos, "The claim was sent to " + w.payerId + ".")),
          Role.PROXIMATE);
    }
    out.violated(violation);
  }

  private void active(boolean carvedOut) {
    var before = before();
    var answers = answers();
    var last = Latest.last(answers);
    var coverage = coverageAt(w.payerId);
    var asked =
        before != null && !w.day(before.fact().requestedAt()).isBefore(w.dos.minusDays(ASKED_DAYS));
    var termination = termination(before, last, coverage);
    var begin = begin(before, last, coverage);
    if (termination != null && !carvedOut) {
      ended(termination, before, asked, last, coverage);
    } else if (begin != null && !carvedOut) {
      out.violated(
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
                      coverage != null && begin.equals(coverage.fact().effective())
                          ? coverage
                          : null,
                      w.dos,
                      "The coverage is effective " + begin + "."))
              .cure(
                  Kind.PREVENTION,
                  "coverage.effective",
                  begin.toString(),
                  w.dos.toString(),
                  x -> cured(x, Cause.ELIG_NOT_YET_EFFECTIVE)));
    } else {
      refuteCoverage(before, last, coverage);
    }
    asked(before, asked);
  }

  private void refuteCoverage(
      Recorded<EligibilityCheck> before,
      Recorded<EligibilityCheck> last,
      Recorded<Coverage> coverage) {
    var active = last != null && "ACTIVE".equals(last.fact().result()) ? last : before;
    if (active != null && "ACTIVE".equals(active.fact().result())) {
      for (var cause :
          List.of(
              Cause.ELIG_COVERAGE_TERMED, Cause.ELIG_RETRO_TERM, Cause.ELIG_NOT_YET_EFFECTIVE)) {
        out.refute(
            cause,
            "The plan was active on the date of service.",
            refutes(active, w.dos, "The payer answered active for the date of service."));
      }
    } else if (coverage != null) {
      var text = "The coverage spans the date of service.";
      if (reported.says("27", "26", "200")) {
        out.cannotTest(Cause.ELIG_COVERAGE_TERMED, "an eligibility answer of the payer");
        out.cannotTest(Cause.ELIG_RETRO_TERM, "an eligibility answer of the payer");
      } else {
        out.refute(Cause.ELIG_COVERAGE_TERMED, text, refutes(coverage, w.dos, text));
      }
    } else if (reported.says("27", "26", "200", "31")) {
      out.cannotTest(Cause.ELIG_COVERAGE_TERMED, "a coverage record or an eligibility answer");
    }
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

  private void ended(
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
    var fresh = activeBefore && fresh(before);
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
                x -> cured(x, Cause.ELIG_COVERAGE_TERMED));
    var other = CarveOuts.otherCoverage(w);
    if (other != null) {
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
    out.violated(violation);
    out.refute(
        Cause.ELIG_RETRO_TERM,
        "Coverage ended before the visit and no notice dated it back.",
        refutes(knownBefore ? before : cited, w.dos, "The end was known when asked."));
    if (!asked && !knownBefore) {
      process(
          Cause.ELIG_NOT_VERIFIED,
          "Nobody asked the payer in the 30 days before the visit.",
          violation,
          before);
    } else if (activeBefore && !fresh) {
      process(
          Cause.ELIG_STALE_CHECK,
          "The last answer before the visit was "
              + java.time.temporal.ChronoUnit.DAYS.between(
                  w.day(before.fact().requestedAt()), w.dos)
              + " days old.",
          violation,
          before);
    }
  }

  /** A step that intake left out becomes the root; the ended coverage is what it met. */
  private void process(
      Cause cause, String summary, Violation ended, Recorded<EligibilityCheck> check) {
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
                x -> cured(cured(x, cause), Cause.ELIG_COVERAGE_TERMED));
    process.evidence.addAll(ended.evidence);
    out.violated(process);
    process.link(ended, Role.PROXIMATE);
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
                x -> cured(x, Cause.ELIG_RETRO_TERM));
    violation.fault = Fault.EXTERNAL;
    var other = CarveOuts.otherCoverage(w);
    if (other != null) {
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
    out.violated(violation);
    if (before != null && "ACTIVE".equals(before.fact().result())) {
      out.refute(
          Cause.ELIG_COVERAGE_TERMED,
          "On the date of service the payer answered active.",
          refutes(before, w.dos, "The payer answered active before the visit."));
    }
  }

  private boolean fresh(Recorded<EligibilityCheck> check) {
    var asked = w.day(check.fact().requestedAt());
    return !asked.isBefore(w.dos.minusDays(ASKED_DAYS))
        && (Objects.equals(check.fact().serviceDate(), w.dos)
            || !asked.isBefore(w.dos.minusDays(FRESH_DAYS)));
  }

  private void asked(Recorded<EligibilityCheck> before, boolean asked) {
    if (before != null && asked) {
      out.refute(
          Cause.ELIG_NOT_VERIFIED,
          "The payer was asked before the visit.",
          refutes(before, w.dos, "Asked on " + w.day(before.fact().requestedAt()) + "."));
      if (fresh(before)) {
        out.refute(
            Cause.ELIG_STALE_CHECK,
            "The answer was fresh on the day of the visit.",
            refutes(before, w.dos, "Asked on " + w.day(before.fact().requestedAt()) + "."));
      }
    }
  }

  static World cured(World x, Cause cause) {
    x.cured = with(x, cause);
    return x;
  }
}
