package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Benefit;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.Cause;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What the plan pays for: exclusions, limits, networks, grace periods, referrals (X12 271 EB). */
final class BenefitExams {
  private final World w;
  private final Reported reported;
  private final Findings out;
  private final Recorded<EligibilityCheck> check;

  private BenefitExams(World w, Reported reported, Findings out, Recorded<EligibilityCheck> check) {
    this.w = w;
    this.reported = reported;
    this.out = out;
    this.check =
        check == null
            ? Latest.last(Latest.where(w.checks, c -> Objects.equals(c.payerId(), w.payerId)))
            : check;
  }

  static void examine(World w, Reported reported, Findings out, Recorded<EligibilityCheck> before) {
    var exams = new BenefitExams(w, reported, out, before);
    exams.excluded();
    exams.exhausted();
    exams.network();
    exams.grace();
    exams.hospice();
    exams.referral();
  }

  private Benefit benefit(String... information) {
    if (check == null) {
      return null;
    }
    for (var benefit : check.fact().benefits()) {
      if (Set.of(information).contains(benefit.information() == null ? "" : benefit.information())
          && speaksOfBehavior(benefit)) {
        return benefit;
      }
    }
    return null;
  }

  private static boolean speaksOfBehavior(Benefit benefit) {
    return benefit.serviceTypes().isEmpty()
        || benefit.serviceTypes().stream()
            .anyMatch(t -> CarveOuts.behavioral(t) || "30".equals(t) || "98".equals(t));
  }

  private void excluded() {
    var stated = benefit("I", "E");
    for (var line : w.lines) {
      var policy =
          w.policies.one(
              w.payerId,
              "BENEFIT",
              line.serviceDate(),
              r ->
                  Boolean.TRUE.equals(r.excluded())
                      && !r.procedures().isEmpty()
                      && Policies.covers(r, line.procedure()));
      var pointed =
          stated != null
              && (policy != null
                  || reported.says("204", "96", "N491", "N216", "N130", "N30", "49", "N448"));
      if (policy != null || pointed) {
        out.violated(
            new Violation(
                    Cause.ELIG_BENEFIT_EXCLUDED_RIDER,
                    line.number(),
                    "204",
                    "The patient's plan excludes the service.")
                .remark("N130")
                .cites(
                    confirms(
                        stated == null ? null : check,
                        w.dos,
                        "The answer states the service as not covered (EB "
                            + (stated == null ? "" : stated.information())
                            + ")."),
                    confirms(policy, w.dos, "The plan's benefit rule excludes the service."))
                .cure(
                    Kind.PREVENTION,
                    "coverage.riders",
                    "excluded",
                    "covered",
                    x -> Cured.of(x, Cause.ELIG_BENEFIT_EXCLUDED_RIDER)));
      }
    }
    if (check != null && stated == null) {
      out.refute(
          Cause.ELIG_BENEFIT_EXCLUDED_RIDER,
          "The answer excludes no behavioral service.",
          refutes(check, w.dos, "No exclusion is stated."));
    } else if (check == null && reported.says("204", "96")) {
      out.cannotTest(Cause.ELIG_BENEFIT_EXCLUDED_RIDER, "an eligibility answer with benefits");
    }
  }

  /** The visits that remained when the plan was asked (EB F, period 29), or null. */
  private Benefit remaining() {
    return check == null
        ? null
        : check.fact().benefits().stream()
            .filter(b -> "F".equals(b.information()) && "29".equals(b.period()))
            .filter(b -> b.quantity() != null && speaksOfBehavior(b))
            .findFirst()
            .orElse(null);
  }

  private void exhausted() {
    var limit = remaining();
    var none = limit != null && limit.quantity().signum() == 0;
    for (var line : w.lines) {
      var policy =
          w.policies.one(
              w.payerId,
              "BENEFIT",
              line.serviceDate(),
              r -> r.visitsPerYear() != null && Policies.covers(r, line.procedure()));
      var used = policy == null ? 0 : visitsThisYear(policy, line);
      var over = policy != null && used >= policy.fact().rule().visitsPerYear();
      if (over || none && reported.says("119", "B1", "35", "149", "N587", "96", "222")) {
        out.violated(
            new Violation(
                    Cause.ELIG_BENEFIT_MAX,
                    line.number(),
                    "119",
                    "The plan's visits for the year were used up.")
                .remark("N587")
                .cites(
                    confirms(none ? check : null, w.dos, "The answer says that no visits remain."),
                    confirms(
                        over ? policy : null,
                        w.dos,
                        "The plan covers "
                            + (over ? policy.fact().rule().visitsPerYear() : 0)
                            + " visits a year; "
                            + used
                            + " came before this one."))
                .cure(
                    Kind.PREVENTION,
                    "coverage.visitsPerYear",
                    String.valueOf(used),
                    "more",
                    x -> Cured.of(x, Cause.ELIG_BENEFIT_MAX)));
        return;
      }
      if (policy != null && !none) {
        out.refute(
            Cause.ELIG_BENEFIT_MAX,
            "Visits remained in the year.",
            refutes(
                policy,
                w.dos,
                used
                    + " of "
                    + policy.fact().rule().visitsPerYear()
                    + " visits came before this one."));
      }
    }
    if (limit != null && limit.quantity() != null && limit.quantity().signum() > 0) {
      out.refute(
          Cause.ELIG_BENEFIT_MAX,
          "The answer says that visits remain.",
          refutes(check, w.dos, limit.quantity() + " remain."));
    } else if (reported.says("119", "35", "149", "B1") && !out.found(Cause.ELIG_BENEFIT_MAX)) {
      out.cannotTest(Cause.ELIG_BENEFIT_MAX, "the plan's visit limit");
    }
  }

  private int visitsThisYear(
      Recorded<io.headwater.rootcause.fact.PayerPolicy> policy, BilledLine line) {
    var days = new TreeSet<java.time.LocalDate>();
    for (var sibling : w.siblings) {
      if (!Objects.equals(sibling.fact().payerId(), w.payerId)) {
        continue;
      }
      for (var other : sibling.fact().lines()) {
        if (other.serviceDate() != null
            && Policies.covers(policy.fact().rule(), other.procedure())) {
          days.add(other.serviceDate());
        }
      }
    }
    for (var visit : w.encounters) {
      if (Visits.at(w, visit.fact(), w.payerId)) {
        days.add(visit.fact().serviceDate());
      }
    }
    return (int)
        days.stream()
            .filter(
                d -> d.getYear() == line.serviceDate().getYear() && d.isBefore(line.serviceDate()))
            .count();
  }

  private void network() {
    if (check == null) {
      return;
    }
    var out1 =
        check.fact().benefits().stream()
            .filter(b -> "N".equals(b.inNetwork()) && speaksOfBehavior(b))
            .findFirst();
    var in =
        check.fact().benefits().stream()
            .anyMatch(b -> "Y".equals(b.inNetwork()) || "W".equals(b.inNetwork()));
    if (out1.isPresent() && (!in || reported.says("242", "279", "N52"))) {
      if (reported.says("242", "279", "N52", "96", "243", "38") || !in) {
        out.violated(
            new Violation(
                    Cause.ELIG_OON_NETWORK,
                    0,
                    "242",
                    "The practice is out of network for the patient's plan.")
                .cites(confirms(check, w.dos, "The answer states the benefit as out of network."))
                .cure(
                    Kind.PREVENTION,
                    "coverage.network",
                    "out",
                    "in",
                    x -> Cured.of(x, Cause.ELIG_OON_NETWORK)));
      }
    } else if (in) {
      out.refute(
          Cause.ELIG_OON_NETWORK,
          "The answer states the benefit as in network.",
          refutes(check, w.dos, "In network."));
    }
  }

  private void grace() {
    var pending =
        check == null
            ? null
            : check.fact().benefits().stream()
                .filter(
                    b ->
                        "5".equals(b.information())
                            || b.message() != null
                                && b.message().toUpperCase(java.util.Locale.ROOT).contains("GRACE"))
                .findFirst()
                .orElse(null);
    if (pending != null || reported.says("257", "277", "N615", "N616", "N617", "N618")) {
      out.violated(
          new Violation(
                  Cause.ELIG_GRACE_PERIOD,
                  0,
                  "257",
                  "The member's premium was unpaid and the plan holds claims in the grace period.")
              .cites(
                  confirms(
                      pending == null ? null : check,
                      w.dos,
                      "The answer says active, pending (EB 5)."),
                  confirms(Latest.last(w.payments), w.dos, "The payer reports the grace period."))
              .cure(
                  Kind.PREVENTION,
                  "coverage.premium",
                  "unpaid",
                  "paid",
                  x -> Cured.of(x, Cause.ELIG_GRACE_PERIOD)));
    } else if (check != null && "ACTIVE".equals(check.fact().result())) {
      out.refute(
          Cause.ELIG_GRACE_PERIOD,
          "The plan was active without reserve.",
          refutes(check, w.dos, "Active."));
    }
  }

  private void hospice() {
    var stated =
        check != null
            && check.fact().benefits().stream()
                .anyMatch(
                    b ->
                        b.serviceTypes().contains("45")
                            || b.message() != null
                                && b.message()
                                    .toUpperCase(java.util.Locale.ROOT)
                                    .contains("HOSPICE"));
    if (reported.says("B9") || stated && reported.says("96", "24", "109")) {
      out.violated(
          new Violation(Cause.ELIG_HOSPICE, 0, "B9", "The patient had elected hospice.")
              .cites(
                  confirms(stated ? check : null, w.dos, "The answer names hospice."),
                  confirms(Latest.last(w.payments), w.dos, "The payer reports hospice enrollment."))
              .cure(
                  Kind.REMEDY,
                  "claim.modifiers",
                  "as sent",
                  "GW",
                  x -> Cured.of(x, Cause.ELIG_HOSPICE)));
    }
  }

  private void referral() {
    var needed = benefit("L", "N");
    var coded = reported.says("287", "288", "N489", "N475", "243");
    if (w.claim == null || !(coded || reported.says("95") && needed != null)) {
      return;
    }
    if (w.claim.fact().referralNumber() != null) {
      out.refute(
          Cause.ELIG_PCP_REFERRAL_NEEDED,
          "The claim carries a referral number.",
          refutes(w.claim, w.dos, "REF 9F was sent."));
      out.refute(
          Cause.AUTH_REFERRAL_ABSENT,
          "The claim carries a referral number.",
          refutes(w.claim, w.dos, "REF 9F was sent."));
      return;
    }
    var plan = needed != null || messageAsksReferral();
    if (!w.dossier.answered(io.headwater.vocabulary.Owner.AUTHORIZATIONS) && !plan) {
      out.cannotTest(Cause.AUTH_REFERRAL_ABSENT, "AUTHORIZATIONS");
      return;
    }
    var cause =
        plan || reported.says("243") ? Cause.ELIG_PCP_REFERRAL_NEEDED : Cause.AUTH_REFERRAL_ABSENT;
    out.violated(
        new Violation(cause, 0, "288", "The plan needs a referral and the claim carries none.")
            .cites(
                confirms(
                    plan ? check : null,
                    w.dos,
                    "The answer asks for a primary care provider's referral."),
                confirms(w.claim, w.dos, "The claim carries no referral number (REF 9F)."))
            .cure(
                Kind.REMEDY,
                "claim.referralNumber",
                "none",
                "a referral",
                x -> Cured.of(x, cause)));
  }

  private boolean messageAsksReferral() {
    return check != null
        && check.fact().benefits().stream()
            .anyMatch(
                b ->
                    b.message() != null
                        && b.message().toUpperCase(java.util.Locale.ROOT).contains("REFERRAL"));
  }
}
