package io.headwater.rootcause;

import io.headwater.rootcause.fact.Benefit;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.rootcause.fact.FeeSchedule;
import io.headwater.rootcause.fact.Rate;
import io.headwater.vocabulary.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What the contract allows for a service, and what of it the plan pays. */
final class Contract {
  private final List<Recorded<FeeSchedule>> schedules;

  Contract(List<Recorded<FeeSchedule>> versions) {
    this.schedules = Latest.ofVersions(versions);
  }

  /** A contracted rate and the schedule it stands in. */
  record Agreed(Rate rate, Recorded<FeeSchedule> schedule) {}

  /** The rate in force, or null when the contract names none; the most specific wins. */
  Agreed rate(String payerId, BilledLine line, String licenseLevel) {
    return rate(payerId, line.procedure(), line.modifiers(), line.serviceDate(), licenseLevel);
  }

  /** The rate of an earlier version of the schedule that applied before this one, or null. */
  Agreed earlier(String payerId, BilledLine line, String licenseLevel, Agreed current) {
    var start = current.schedule().fact().effective();
    if (start == null) {
      return null;
    }
    return rate(payerId, line.procedure(), line.modifiers(), start.minusDays(1), licenseLevel);
  }

  /** Whether any schedule of the payer is in force on the day. */
  boolean inForce(String payerId, LocalDate day) {
    return schedules.stream()
        .anyMatch(
            s ->
                s.fact().payerId().equals(payerId)
                    && new DateRange(s.fact().effective(), s.fact().termination()).contains(day));
  }

  private Agreed rate(
      String payerId,
      String procedure,
      List<String> modifiers,
      LocalDate day,
      String licenseLevel) {
    return schedules.stream()
        .filter(s -> s.fact().payerId().equals(payerId))
        .filter(s -> new DateRange(s.fact().effective(), s.fact().termination()).contains(day))
        .flatMap(s -> s.fact().rates().stream().map(r -> new Agreed(r, s)))
        .filter(a -> procedure != null && procedure.equals(a.rate().procedure()))
        .filter(a -> a.rate().allowed() != null)
        .filter(a -> modifiers.containsAll(a.rate().modifiers()))
        .filter(
            a ->
                a.rate().licenseLevels().isEmpty()
                    || licenseLevel != null && a.rate().licenseLevels().contains(licenseLevel))
        .max(
            Comparator.comparing((Agreed a) -> effective(a.schedule()))
                .thenComparing(a -> a.schedule().version())
                .thenComparing(a -> a.rate().modifiers().size() + a.rate().licenseLevels().size()))
        .orElse(null);
  }

  private static LocalDate effective(Recorded<FeeSchedule> schedule) {
    return schedule.fact().effective() == null ? LocalDate.MIN : schedule.fact().effective();
  }

  /** What the plan pays of an allowed amount after the patient's share; dollars, never negative. */
  static BigDecimal planShare(Agreed agreed, BigDecimal units, EligibilityCheck check) {
    var allowed = allowed(agreed, units);
    var left = allowed;
    if (check != null) {
      var deductible = deductibleRemaining(check);
      if (deductible != null) {
        left = left.subtract(deductible.min(left));
      }
    }
    var copay = agreed.rate().copay();
    if (copay == null && check != null) {
      copay = copay(check);
    }
    if (copay != null) {
      left = left.subtract(copay.min(left));
    } else if (check != null) {
      left = left.subtract(coinsurance(check, left));
    }
    return left.setScale(2, RoundingMode.HALF_UP);
  }

  /** What the contract allows for so many units; dollars. */
  static BigDecimal allowed(Agreed agreed, BigDecimal units) {
    var count = units.signum() > 0 ? units : BigDecimal.ONE;
    return agreed.rate().allowed().multiply(count).setScale(2, RoundingMode.HALF_UP);
  }

  /** The deductible that remained when the plan was asked (EB C, period 29), or null. */
  static BigDecimal deductibleRemaining(EligibilityCheck check) {
    return check.benefits().stream()
        .filter(b -> "C".equals(b.information()) && "29".equals(b.period()) && b.amount() != null)
        .filter(Contract::inNetwork)
        .map(Benefit::amount)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The copay of a visit as the plan answered (EB B), or null. */
  static BigDecimal copay(EligibilityCheck check) {
    return check.benefits().stream()
        .filter(b -> "B".equals(b.information()) && b.amount() != null && inNetwork(b))
        .map(Benefit::amount)
        .findFirst()
        .orElse(null);
  }

  /** The patient's part of an amount as the plan answered (EB A); dollars, 0 where it is silent. */
  static BigDecimal coinsurance(EligibilityCheck check, BigDecimal of) {
    var percent =
        check.benefits().stream()
            .filter(b -> "A".equals(b.information()) && b.percent() != null && inNetwork(b))
            .map(Benefit::percent)
            .findFirst()
            .orElse(BigDecimal.ZERO);
    var share = percent.compareTo(BigDecimal.ONE) > 0 ? percent.movePointLeft(2) : percent;
    return of.multiply(share).setScale(2, RoundingMode.HALF_UP);
  }

  private static boolean inNetwork(Benefit benefit) {
    return !"N".equals(benefit.inNetwork());
  }
}
