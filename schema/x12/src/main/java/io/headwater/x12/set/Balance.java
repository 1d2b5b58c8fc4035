package io.headwater.x12.set;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.PaymentLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The equations an 835 must satisfy (X12 guide 005010X221, section 1.10.2). Collects those that do
 * not hold.
 */
final class Balance {
  private final List<String> failing = new ArrayList<>();
  private boolean holds = true;

  /** Holds the two sides to each other; absent amounts count as zero. */
  void equal(String equation, BigDecimal left, BigDecimal right) {
    holds &= agree(equation, left, right);
  }

  /** The same for an equation that says where to look but does not decide. */
  private boolean agree(String equation, BigDecimal left, BigDecimal right) {
    var equal = orZero(left).compareTo(orZero(right)) == 0;
    if (!equal) {
      failing.add(equation + ": " + plain(left) + " is not " + plain(right));
    }
    return equal;
  }

  /** The equation of one line. */
  void line(String claim, PaymentLine line) {
    equal(
        "line " + line.number() + " of claim " + claim + ": SVC02 - CAS = SVC03",
        orZero(line.charge()).subtract(sum(line.adjustments())),
        line.paid());
  }

  /** The equations of one claim. */
  void claim(
      String status,
      String claim,
      BigDecimal charge,
      BigDecimal paid,
      BigDecimal patient,
      List<Adjustment> adjustments,
      List<PaymentLine> lines) {
    var ofLines = new ArrayList<Adjustment>();
    lines.forEach(line -> ofLines.addAll(line.adjustments()));
    var name = "claim " + claim + ": ";
    equal(
        name + "CLP03 - CAS = CLP04",
        orZero(charge).subtract(sum(adjustments)).subtract(sum(ofLines)),
        paid);
    if (!lines.isEmpty()) {
      agree(name + "sum of SVC02 = CLP03", sum(lines, PaymentLine::charge), charge);
      agree(
          name + "sum of SVC03 - CAS of the claim = CLP04",
          sum(lines, PaymentLine::paid).subtract(sum(adjustments)),
          paid);
    }
    if (!"22".equals(status)) {
      ofLines.addAll(adjustments);
      equal(
          name + "CLP05 = CAS PR",
          patient,
          sum(ofLines.stream().filter(a -> "PR".equals(a.group())).toList()));
    }
  }

  /** Whether every deciding equation holds. */
  boolean holds() {
    return holds;
  }

  /** Those that do not, with both sides. */
  List<String> failing() {
    return List.copyOf(failing);
  }

  static BigDecimal orZero(BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  private static BigDecimal sum(List<PaymentLine> lines, Function<PaymentLine, BigDecimal> amount) {
    return lines.stream().map(amount).map(Balance::orZero).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(List<Adjustment> adjustments) {
    return adjustments.stream().map(Adjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String plain(BigDecimal amount) {
    return orZero(amount).toPlainString();
  }
}
