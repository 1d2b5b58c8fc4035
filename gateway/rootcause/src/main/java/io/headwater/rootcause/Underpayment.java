package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Evidence;
import io.headwater.rootcause.Diagnosis.Refuted;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Paid lines that the payer allowed below the contract. */
final class Underpayment {
  /** Differences up to a dollar or a hundredth are rounding. */
  private static final BigDecimal DOLLAR = BigDecimal.ONE;

  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

  private Underpayment() {}

  /**
   * What is missing.
   *
   * @param missing dollars between contract and allowed, over all lines
   * @param ruledOut what the payer made of it, and the records contradict
   */
  record Shortfall(BigDecimal missing, List<Integer> lines, Violation cause, Refuted ruledOut) {}

  /**
   * The shortfall of a claim that was paid, or null when it was allowed in full or no rate is
   * known.
   */
  static Shortfall of(World w, Ledger ledger) {
    if (ledger.standing == null || !w.dossier.answered(Owner.PAYMENTS)) {
      return null;
    }
    var missing = BigDecimal.ZERO;
    var lines = new ArrayList<Integer>();
    var evidence = new ArrayList<Evidence>();
    var contracts = new ArrayList<Evidence>();
    var stale = false;
    for (int i = 0; i < w.lines.size(); i++) {
      var line = w.lines.get(i);
      var paid = paid(ledger, line, i);
      var agreed = w.contract.rate(w.payerId, line, w.licenseLevel());
      if (paid == null || agreed == null || agreed.rate().allowed() == null || secondary(w, paid)) {
        continue;
      }
      var contract = Contract.allowed(agreed, line.units());
      var allowed = allowed(paid);
      if (allowed == null) {
        continue;
      }
      var expected = contract.min(line.charge());
      var gap = expected.subtract(allowed);
      if (gap.compareTo(DOLLAR.max(expected.multiply(HUNDREDTH))) > 0) {
        missing = missing.add(gap);
        lines.add(line.number());
        evidence.add(
            confirms(
                agreed.schedule(),
                line.serviceDate(),
                "The contract allows " + contract + " for " + line.procedure() + "."));
        contracts.add(
            refutes(
                agreed.schedule(), line.serviceDate(), "The contract allows " + contract + "."));
        evidence.add(
            confirms(ledger.standing, line.serviceDate(), "The payer allowed " + allowed + "."));
        var earlier = w.contract.earlier(w.payerId, line, w.licenseLevel(), agreed);
        if (earlier != null
            && earlier.rate().allowed() != null
            && Contract.allowed(earlier, line.units()).compareTo(allowed) == 0) {
          stale = true;
          evidence.add(
              confirms(
                  earlier.schedule(),
                  line.serviceDate(),
                  "An earlier schedule allowed just that."));
        }
      }
    }
    if (lines.isEmpty()) {
      return met(w, ledger);
    }
    var violation =
        new Violation(
            Cause.PAYER_FEE_SCHEDULE_STALE,
            lines.getFirst(),
            "45",
            "The payer allowed "
                + missing.setScale(2, java.math.RoundingMode.HALF_UP)
                + " less than the contract"
                + (stale ? ", by the schedule that was in force before." : "."));
    violation.lines.addAll(lines);
    violation.evidence.addAll(evidence);
    violation.certainty = stale ? 0.97 : 0.9;
    var ruledOut =
        new Refuted(
            Cause.NONE_CONTRACTUAL, "The contract allows more than the payer did.", contracts);
    return new Shortfall(missing, lines, violation, ruledOut);
  }

  /** A deductible that the plan took although its own answer said that none was left. */
  private static Shortfall met(World w, Ledger ledger) {
    var check =
        Latest.last(
            Latest.where(
                w.checks,
                c ->
                    w.payerId != null
                        && w.payerId.equals(c.payerId())
                        && !w.day(c.requestedAt()).isAfter(w.dos)));
    if (check == null || w.day(check.fact().requestedAt()).getYear() != w.dos.getYear()) {
      return null;
    }
    var remaining = Contract.deductibleRemaining(check.fact());
    if (remaining == null) {
      return null;
    }
    var taken = BigDecimal.ZERO;
    var lines = new ArrayList<Integer>();
    for (var line : ledger.lines) {
      for (var a : line.adjustments()) {
        if ("PR".equals(a.group()) && "1".equals(a.reason())) {
          taken = taken.add(Ledger.zero(a.amount()));
          lines.add(line.number());
        }
      }
    }
    var over = taken.subtract(remaining);
    if (taken.signum() == 0 || over.compareTo(DOLLAR) <= 0) {
      return null;
    }
    var violation =
        new Violation(
                Cause.PAYER_PROCESSING_ERROR,
                lines.getFirst(),
                "1",
                "The payer took "
                    + taken
                    + " as deductible; its own answer said that "
                    + remaining
                    + " remained.")
            .cites(
                confirms(check, w.dos, "Deductible remaining " + remaining + " (EB C, period 29)."),
                confirms(ledger.standing, w.dos, "Deductible taken " + taken + "."));
    violation.lines.addAll(lines);
    var contract = Adjudicator.worth(w, lines).paid();
    var owed =
        contract == null ? over : contract.subtract(Ledger.zero(ledger.standing.fact().paid()));
    var ruledOut =
        new Refuted(
            Cause.NONE_PATIENT_COST_SHARE,
            "The plan's own answer leaves less to the patient.",
            List.of(refutes(check, w.dos, "Deductible remaining " + remaining + ".")));
    return new Shortfall(owed.signum() > 0 ? owed : over, lines, violation, ruledOut);
  }

  private static boolean secondary(World w, PaymentLine paid) {
    return w.claim != null
            && ("S".equals(w.claim.fact().payerRank()) || "T".equals(w.claim.fact().payerRank()))
        || paid.adjustments().stream().anyMatch(a -> "23".equals(a.reason()));
  }

  private static PaymentLine paid(Ledger ledger, BilledLine line, int index) {
    var lines = ledger.standing.fact().lines();
    var stands =
        ledger.lines.stream().filter(l -> l.number() == line.number()).findFirst().orElse(null);
    if (stands == null || stands.denied().signum() > 0) {
      return null;
    }
    for (var l : lines) {
      var code = l.submittedProcedure() == null ? l.procedure() : l.submittedProcedure();
      if (line.procedure() != null
          && line.procedure().equals(code)
          && (l.serviceDate() == null || l.serviceDate().equals(line.serviceDate()))
          && (lines.size() == 1
              || l.charge() == null
              || l.charge().compareTo(line.charge()) == 0)) {
        return l;
      }
    }
    return index < lines.size() && lines.size() == ledger.lines.size() ? lines.get(index) : null;
  }

  /** What the payer allowed: as stated (AMT B6), else the charge less the contractual reduction. */
  static BigDecimal allowed(PaymentLine line) {
    if (line.allowed() != null) {
      return line.allowed();
    }
    if (line.charge() == null) {
      return null;
    }
    var reduced = BigDecimal.ZERO;
    for (var a : line.adjustments()) {
      if (!"PR".equals(a.group())) {
        reduced = reduced.add(Ledger.zero(a.amount()));
      }
    }
    return line.charge().subtract(reduced);
  }
}
