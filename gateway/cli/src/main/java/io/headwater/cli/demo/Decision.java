package io.headwater.cli.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a remittance says of one claim: every line, in balance by construction. */
record Decision(Claim claim, List<Line> lines, String notice) {

  /** An adjustment in dollars (CAS). */
  record Adjustment(String group, String reason, BigDecimal amount) {}

  /**
   * One line as adjudicated.
   *
   * @param allowed in dollars, or null where the line is denied
   */
  record Line(
      ServiceLine billed, BigDecimal allowed, List<Adjustment> adjustments, List<String> remarks) {
    BigDecimal adjusted(String group) {
      return adjustments.stream()
          .filter(each -> group == null || each.group().equals(group))
          .map(Adjustment::amount)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal paid() {
      return billed.charge().subtract(adjusted(null));
    }
  }

  /** The decision that this ruling makes, or the contract where there is none. */
  static Decision of(Claim claim, Ruling ruling) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < claim.lines.size(); i++) {
      ServiceLine billed = claim.lines.get(i);
      if (ruling != null && ruling.denies(i)) {
        var all = new Adjustment(ruling.group(), ruling.reason(), billed.charge());
        lines.add(new Line(billed, null, List.of(all), ruling.remarks()));
      } else {
        lines.add(byContract(claim, billed));
      }
    }
    return new Decision(claim, lines, ruling == null ? null : ruling.notice());
  }

  private static Line byContract(Claim claim, ServiceLine billed) {
    FeeBook fees = claim.visit.episode.practice.fees;
    String license = claim.rendering.license();
    FeeBook.Rate rate =
        claim.payment == Claim.Payment.LAST_YEARS_RATE
            ? fees.staleRate(claim.payer(), billed.procedure(), license)
            : fees.rate(claim.payer(), billed.procedure(), license, claim.visit.date);
    BigDecimal allowed =
        rate.allowed().multiply(BigDecimal.valueOf(billed.units())).min(billed.charge());
    var adjustments = new ArrayList<Adjustment>();
    add(adjustments, "CO", "45", billed.charge().subtract(allowed));
    if (claim.payment == Claim.Payment.DEDUCTIBLE) {
      add(adjustments, "PR", "1", allowed);
    } else {
      add(adjustments, "PR", "3", rate.copay());
    }
    return new Line(billed, allowed, adjustments, List.of());
  }

  private static void add(
      List<Adjustment> adjustments, String group, String reason, BigDecimal amount) {
    if (amount.signum() != 0) {
      adjustments.add(new Adjustment(group, reason, amount));
    }
  }

  BigDecimal paid() {
    return lines.stream().map(Line::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal patientResponsibility() {
    return lines.stream().map(line -> line.adjusted("PR")).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** CLP02: 4 where every line is denied. */
  String status() {
    return lines.stream().allMatch(line -> line.allowed() == null) ? "4" : "1";
  }
}
