package io.headwater.rootcause;

import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.rootcause.match.LineLadder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What becomes of the charge of lines that pay: what the contract allows, the patient's share by
 * the plan's own answer, and what is left for the plan. A deductible is taken once, over all lines;
 * a copay that only the plan's answer names is one a day.
 */
final class Pricing {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private final World w;
  private final EligibilityCheck check;
  private BigDecimal deductible;
  private final HashSet<LocalDate> copaid = new HashSet<>();

  private Pricing(World w) {
    this.w = w;
    var last =
        Latest.last(
            Latest.where(
                w.checks,
                c ->
                    w.payerId != null
                        && w.payerId.equals(c.payerId())
                        && "ACTIVE".equals(c.result())
                        && !w.day(c.requestedAt()).isAfter(w.dos)));
    this.check = last == null ? null : last.fact();
    this.deductible = open();
  }

  /**
   * A line that pays.
   *
   * @param agreed the rate that applies, or null when the contract names none
   * @param allowed dollars, never above the charge; the charge where there is no rate
   * @param deductible dollars of the patient
   * @param copay dollars of the patient
   * @param coinsurance dollars of the patient
   */
  record Priced(
      BilledLine line,
      Contract.Agreed agreed,
      BigDecimal allowed,
      BigDecimal deductible,
      BigDecimal copay,
      BigDecimal coinsurance) {
    /** What the plan pays; dollars. */
    BigDecimal paid() {
      return allowed.subtract(deductible).subtract(copay).subtract(coinsurance);
    }
  }

  /**
   * Prices lines in order.
   *
   * @param numbers of the lines; empty means all
   * @param stale whether the payer still pays by the schedule before the one in force, where there
   *     was one
   */
  static List<Priced> of(World w, List<Integer> numbers, boolean stale) {
    return new Pricing(w).all(numbers, stale);
  }

  /**
   * Prices some lines of an adjudicated claim beside the others: a copay that the payer took on
   * another line of the day is not taken again.
   */
  static List<Priced> beside(World w, List<Integer> numbers) {
    var pricing = new Pricing(w);
    var answer = Latest.last(w.payments);
    var stated = pricing.check == null ? null : Contract.copay(pricing.check);
    if (stated != null
        && answer != null
        && w.payerId != null
        && w.payerId.equals(answer.fact().payerId())) {
      var decided = LineLadder.pairs(Ledger.billed(w), answer.fact().lines());
      for (int i = 0; i < decided.size(); i++) {
        var line = w.lines.get(i);
        var copaid =
            decided.get(i) != null
                && decided.get(i).adjustments().stream()
                    .anyMatch(a -> "PR".equals(a.group()) && "3".equals(a.reason()));
        if (copaid && !numbers.isEmpty() && !numbers.contains(line.number())) {
          pricing.copaid.add(line.serviceDate());
        }
      }
    }
    return pricing.all(numbers, false);
  }

  private List<Priced> all(List<Integer> numbers, boolean stale) {
    var priced = new ArrayList<Priced>();
    for (var line : w.lines) {
      if (numbers.isEmpty() || numbers.contains(line.number())) {
        priced.add(price(line, stale));
      }
    }
    return priced;
  }

  private Priced price(BilledLine line, boolean stale) {
    var agreed = w.contract.rate(w.payerId, line, w.licenseLevel());
    if (stale && agreed != null) {
      var earlier = w.contract.earlier(w.payerId, line, w.licenseLevel(), agreed);
      agreed = earlier == null ? agreed : earlier;
    }
    var charge = line.charge().setScale(2, RoundingMode.HALF_UP);
    var allowed = agreed == null ? charge : Contract.allowed(agreed, line.units());
    allowed = charge.signum() > 0 ? allowed.min(charge) : allowed;
    var left = allowed;
    var ofDeductible = deductible.min(left).max(NOTHING);
    deductible = deductible.subtract(ofDeductible);
    left = left.subtract(ofDeductible);
    var named = agreed == null ? null : agreed.rate().copay();
    var copay = copay(named, line.serviceDate());
    var ofCopay = copay == null ? NOTHING : copay.min(left).setScale(2, RoundingMode.HALF_UP);
    left = left.subtract(ofCopay);
    var ofCoinsurance =
        copay != null || check == null ? NOTHING : Contract.coinsurance(check, left);
    return new Priced(line, agreed, allowed, ofDeductible, ofCopay, ofCoinsurance);
  }

  /** The copay of a line, or null where the plan asks for none; one already paid that day is 0. */
  private BigDecimal copay(BigDecimal named, LocalDate day) {
    if (named != null) {
      return named;
    }
    var stated = check == null ? null : Contract.copay(check);
    return stated == null || copaid.add(day) ? stated : NOTHING;
  }

  /** The deductible that is still open: as answered, less what the payer took since. */
  private BigDecimal open() {
    var stated = check == null ? null : Contract.deductibleRemaining(check);
    if (stated == null) {
      return NOTHING;
    }
    var asked = w.day(check.requestedAt());
    var others = new HashSet<String>();
    w.siblings.forEach(s -> others.add(s.fact().controlNumber()));
    var taken = BigDecimal.ZERO;
    for (var payment : Latest.of(w.dossier.claimPayments())) {
      var p = payment.fact();
      if (others.contains(p.controlNumber())
          && w.payerId.equals(p.payerId())
          && p.paymentDate() != null
          && p.paymentDate().isAfter(asked)
          && p.paymentDate().getYear() == w.dos.getYear()) {
        for (var line : p.lines()) {
          for (var a : line.adjustments()) {
            if ("PR".equals(a.group()) && "1".equals(a.reason())) {
              taken = taken.add(Ledger.zero(a.amount()));
            }
          }
        }
      }
    }
    return stated.subtract(taken).max(NOTHING).setScale(2, RoundingMode.HALF_UP);
  }
}
