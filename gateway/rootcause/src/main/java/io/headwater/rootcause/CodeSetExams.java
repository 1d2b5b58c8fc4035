package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.PolicyRule;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.DateRange;
import io.headwater.vocabulary.Owner;
import java.time.temporal.ChronoUnit;
import java.util.Collections;

/** Whether a code was part of its set on the day, and is for patients of this age. */
final class CodeSetExams {
  private final World w;
  private final Reported reported;
  private final Findings out;
  private final BilledLine line;

  private CodeSetExams(World w, Reported reported, Findings out, BilledLine line) {
    this.w = w;
    this.reported = reported;
    this.out = out;
    this.line = line;
  }

  static void examine(World w, Reported reported, Findings out, BilledLine line) {
    if (line.procedure() == null || line.serviceDate() == null) {
      return;
    }
    var exams = new CodeSetExams(w, reported, out, line);
    exams.valid();
    exams.age();
  }

  private void valid() {
    var day = line.serviceDate();
    Recorded<PayerPolicy> other = null;
    for (var span : w.policies.spans(line.procedure())) {
      var policy = span.fact();
      if (new DateRange(policy.effective(), policy.termination()).contains(day)) {
        if (reported.says("181") || !reported.says("N56", "M51", "M20")) {
          out.refute(
              Cause.CODE_CODE_INVALID_DOS,
              "The code was part of the code set on the date of service.",
              refutes(span, day, line.procedure() + " is valid " + days(policy) + "."));
        }
        return;
      }
      other = span;
    }
    if (other == null) {
      return;
    }
    out.violated(
        new Violation(
                Cause.CODE_CODE_INVALID_DOS,
                line.number(),
                "181",
                line.procedure() + " was no valid code on " + day + ".")
            .remark("N56")
            .cites(
                confirms(other, day, line.procedure() + " was valid " + days(other.fact()) + "."),
                confirms(w.claim, day, line.procedure() + " was billed for " + day + "."),
                reported.says("181", "N56", "M51", "M20")
                    ? confirms(Latest.last(w.payments), day, "The payer reports an invalid code.")
                    : null)
            .cure(
                Kind.REMEDY,
                "claim.procedure",
                line.procedure(),
                "the code of that day",
                x -> Cured.of(x, Cause.CODE_CODE_INVALID_DOS)));
  }

  private static String days(PayerPolicy policy) {
    return policy.termination() == null
        ? "from " + policy.effective()
        : "from " + policy.effective() + " to " + policy.termination();
  }

  private void age() {
    var rules =
        w.policies.every(w.payerId, "AGE", line.serviceDate(), rule -> speaks(rule) && named(rule));
    if (rules.isEmpty()) {
      return;
    }
    var born = w.patient == null ? w.birthDate : w.patient.fact().birthDate();
    if (w.patient == null && !w.dossier.answered(Owner.ELIGIBILITY)) {
      out.cannotTest(Cause.CODE_AGE, Owner.ELIGIBILITY.name());
      return;
    }
    if (born == null) {
      out.cannotTest(Cause.CODE_AGE, "the patient's birth date");
      return;
    }
    var years = (int) ChronoUnit.YEARS.between(born, line.serviceDate());
    for (var rule : rules) {
      if (!within(rule.fact().rule(), years)) {
        out.violated(
            new Violation(
                    Cause.CODE_AGE,
                    line.number(),
                    "6",
                    billed(rule.fact().rule())
                        + " is for patients "
                        + ages(rule.fact().rule())
                        + "; this one was "
                        + years
                        + ".")
                .remark("N129")
                .cites(
                    confirms(
                        rule, line.serviceDate(), "For patients " + ages(rule.fact().rule()) + "."),
                    confirms(w.patient, line.serviceDate(), "Aged " + years + " that day."),
                    confirms(
                        w.claim, line.serviceDate(), billed(rule.fact().rule()) + " was billed."),
                    reported.says("6", "9", "N129")
                        ? confirms(
                            Latest.last(w.payments),
                            line.serviceDate(),
                            "The payer reports that the service does not go with the age.")
                        : null)
                .cure(
                    Kind.REMEDY,
                    "claim.procedure",
                    line.procedure(),
                    "a code for that age",
                    x -> Cured.of(x, Cause.CODE_AGE)));
        return;
      }
    }
    var rule = rules.getFirst();
    out.refute(
        Cause.CODE_AGE,
        "The service is for patients of this age.",
        refutes(rule, line.serviceDate(), "For patients " + ages(rule.fact().rule()) + "."),
        refutes(w.patient, line.serviceDate(), "Aged " + years + " that day."));
  }

  private static boolean speaks(PolicyRule rule) {
    return rule.minimumYears() != null || rule.maximumYears() != null;
  }

  /** Whether a rule names the line's code, its modifier, or, where it names both, both. */
  private boolean named(PolicyRule rule) {
    return rule.modifiers().isEmpty()
        ? !rule.procedures().isEmpty() && Policies.covers(rule, line.procedure())
        : !Collections.disjoint(rule.modifiers(), line.modifiers())
            && Policies.covers(rule, line.procedure());
  }

  private static boolean within(PolicyRule rule, int years) {
    return (rule.minimumYears() == null || years >= rule.minimumYears())
        && (rule.maximumYears() == null || years <= rule.maximumYears());
  }

  private String billed(PolicyRule rule) {
    return rule.modifiers().isEmpty()
        ? line.procedure()
        : line.procedure() + " with " + String.join(" ", rule.modifiers());
  }

  private static String ages(PolicyRule rule) {
    if (rule.maximumYears() == null) {
      return "of " + rule.minimumYears() + " years and older";
    }
    return rule.minimumYears() == null
        ? "of up to " + rule.maximumYears() + " years"
        : "of " + rule.minimumYears() + " to " + rule.maximumYears() + " years";
  }
}
