package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Benefit;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.Cause;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What the plan pays for: exclusions, limits, networks, grace periods, hospice (X12 271 EB). */
final class BenefitExams {
  /** The service type of hospice (EB03). */
  private static final String HOSPICE = "45";

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
    new Referrals(w, reported, out, exams.check).examine();
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

  static boolean speaksOfBehavior(Benefit benefit) {
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
                                && b.message().toUpperCase(Locale.ROOT).contains("GRACE"))
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

  /**
   * The plan's answer to whether the patient was in hospice on the day, asked on it or after; an
   * answer that was not asked for it (service type 45) shows nothing by its silence.
   */
  private Recorded<EligibilityCheck> noHospice() {
    return Latest.last(
        Latest.where(
            w.checks,
            c ->
                Objects.equals(c.payerId(), w.payerId)
                    && c.serviceTypes().contains(HOSPICE)
                    && "ACTIVE".equals(c.result())
                    && w.dos.equals(c.serviceDate())
                    && !w.day(c.requestedAt()).isBefore(w.dos)
                    && c.benefits().stream().noneMatch(BenefitExams::namesHospice)));
  }

  private static boolean namesHospice(Benefit benefit) {
    return benefit.serviceTypes().contains(HOSPICE)
        || benefit.message() != null
            && benefit.message().toUpperCase(Locale.ROOT).contains("HOSPICE");
  }

  private void hospice() {
    var none = noHospice();
    if (none != null) {
      out.refute(
          Cause.ELIG_HOSPICE,
          "Asked for hospice on the date of service, the plan named none.",
          refutes(none, w.dos, "Asked with service type 45; no hospice is named."));
      return;
    }
    var stated =
        check != null && check.fact().benefits().stream().anyMatch(BenefitExams::namesHospice);
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
}
