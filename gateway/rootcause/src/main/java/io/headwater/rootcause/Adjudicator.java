package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.NextDenial;
import io.headwater.vocabulary.Cause;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What a payer would do with a claim, given everything known and the rules in force: which rules it
 * breaks, and, where it breaks none, what the contract allows and the plan pays.
 */
final class Adjudicator {
  /**
   * The order in which payers test: member, clinician, filing, duplicate, authorization, code,
   * record.
   */
  private static final List<String> ORDER =
      List.of("BILL.NPI", "ELIG.", "CRED.", "BILL.", "AUTH.", "SCHED.", "CODE.", "DOC.");

  private Adjudicator() {}

  /**
   * The fate of the denied lines.
   *
   * @param next the first denial, or null when they pay
   * @param allowed what the contract allows, or null when it names no rate
   * @param paid what the plan pays, or null
   */
  record Fate(NextDenial next, BigDecimal allowed, BigDecimal paid) {
    boolean pays() {
      return next == null;
    }
  }

  /** Examines a world; refutations are of use only for the real one. */
  static Findings examine(World w, Reported said, boolean real) {
    var reported = elsewhere(w) ? Reported.NOTHING : said;
    var findings = new Findings(real);
    if (!w.dated) {
      for (var cause : Cause.values()) {
        findings.cannotTest(cause, "the date of service");
      }
      return findings;
    }
    EligibilityExams.examine(w, reported, findings);
    CredentialExams.examine(w, reported, findings);
    AuthorizationExams.examine(w, reported, findings);
    DocumentationExams.examine(w, reported, findings);
    CodingExams.examine(w, reported, findings);
    BillingExams.examine(w, reported, findings);
    ContractExams.examine(w, reported, findings);
    if (real) {
      Contradictions.examine(w, findings);
      ReportedExams.examine(w, reported, findings);
      Gaps.examine(w, reported, findings);
    }
    findings.violations.removeIf(v -> w.cured.contains(v.cause));
    if (real) {
      findings.violations.sort(Comparator.comparingInt(v -> order(v.cause)));
    }
    return findings;
  }

  /** Whether the world is one in which another payer decides, so that the codes say nothing. */
  static boolean elsewhere(World w) {
    return w.claim != null && w.payerId != null && !w.payerId.equals(w.claim.fact().payerId());
  }

  /** What would become of the lines in a world. */
  static Fate fate(World w, Reported reported, List<Integer> lines) {
    var first = next(w, reported, lines);
    if (first != null) {
      return new Fate(new NextDenial(first.reason, first.remarks, first.cause), null, null);
    }
    return worth(w, lines);
  }

  /** The defect by which the lines would be denied first in a world, or null when they pay. */
  static Violation next(World w, Reported reported, List<Integer> lines) {
    return examine(w, reported, false).violations.stream()
        .filter(v -> v.denies && concerns(v, lines))
        .min(Comparator.comparingInt(v -> order(v.cause)))
        .orElse(null);
  }

  /** What the contract allows and the plan pays for the lines of a world. */
  static Fate worth(World w, List<Integer> lines) {
    BigDecimal allowed = null;
    BigDecimal paid = null;
    for (var line : Pricing.beside(w, lines)) {
      if (line.agreed() != null) {
        allowed = allowed == null ? line.allowed() : allowed.add(line.allowed());
        paid = paid == null ? line.paid() : paid.add(line.paid());
      }
    }
    return new Fate(null, allowed, secondary(w, allowed, paid));
  }

  /** A secondary payer pays what the primary left to the patient, within its own allowance. */
  private static BigDecimal secondary(World w, BigDecimal allowed, BigDecimal paid) {
    if (paid == null || w.claim == null || elsewhere(w)) {
      return paid;
    }
    var rank = w.claim.fact().payerRank();
    if (!"S".equals(rank) && !"T".equals(rank)) {
      return paid;
    }
    BigDecimal left = null;
    for (var other : w.claim.fact().otherPayers()) {
      for (var a : other.adjustments()) {
        if ("PR".equals(a.group())) {
          left = Ledger.zero(left).add(Ledger.zero(a.amount()));
        }
      }
    }
    if (left == null) {
      for (var payment : w.dossier.claimPayments()) {
        var p = payment.fact();
        if (!java.util.Objects.equals(p.payerId(), w.payerId)
            && p.patientResponsibility() != null
            && p.lines().stream().anyMatch(l -> w.dos.equals(l.serviceDate()))) {
          left = p.patientResponsibility();
        }
      }
    }
    return left == null ? paid : left.max(BigDecimal.ZERO).min(allowed);
  }

  private static boolean concerns(Violation v, List<Integer> lines) {
    return lines.isEmpty() || v.lines.contains(0) || v.lines.stream().anyMatch(lines::contains);
  }

  static int order(Cause cause) {
    for (int i = 0; i < ORDER.size(); i++) {
      if (cause.code().startsWith(ORDER.get(i))) {
        return i * 100 + cause.ordinal();
      }
    }
    return 10_000 + cause.ordinal();
  }
}
