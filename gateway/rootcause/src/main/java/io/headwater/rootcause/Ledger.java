package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Line;
import io.headwater.rootcause.Diagnosis.LineAdjustment;
import io.headwater.rootcause.fact.CasAdjustment;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.rootcause.match.Billed;
import io.headwater.rootcause.match.LineLadder;
import io.headwater.vocabulary.Adjustment;
import io.headwater.vocabulary.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** How the claim stands after everything the payer sent: line by line, and as a whole. */
final class Ledger {
  private final World w;
  final List<Line> lines = new ArrayList<>();

  /** The adjudication that stands, or null when there is none. */
  Recorded<ClaimPayment> standing;

  /** The reversal that took money back, or null. */
  Recorded<ClaimPayment> reversal;

  boolean takenBack;
  private final List<Integer> deniedLines = new ArrayList<>();

  private Ledger(World w) {
    this.w = w;
  }

  static Ledger of(World w) {
    var ledger = new Ledger(w);
    var settlement = Settlement.of(w);
    ledger.standing = settlement.standing();
    ledger.reversal = settlement.reversal();
    ledger.takenBack = settlement.takenBack();
    ledger.list();
    return ledger;
  }

  static BigDecimal zero(BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  private void list() {
    if (w.lines.isEmpty() && standing != null) {
      var p = standing.fact();
      var denied = denied(p.paid(), p.adjustments());
      add(
          1,
          null,
          List.of(),
          w.dos,
          zero(p.charge()),
          zero(p.paid()),
          denied,
          p.adjustments(),
          p.remarks());
      return;
    }
    var decided = match();
    for (int i = 0; i < w.lines.size(); i++) {
      var line = w.lines.get(i);
      var paid = decided.get(i);
      if (paid == null && standing != null && standing.fact().lines().isEmpty()) {
        var p = standing.fact();
        var denied = denied(p.paid(), p.adjustments());
        var share =
            zero(p.charge()).signum() == 0
                ? BigDecimal.ZERO
                : zero(p.paid())
                    .multiply(line.charge())
                    .divide(p.charge(), 2, java.math.RoundingMode.HALF_UP);
        add(
            line.number(),
            line.procedure(),
            line.modifiers(),
            line.serviceDate(),
            line.charge(),
            share,
            denied,
            p.adjustments(),
            p.remarks());
      } else if (paid == null) {
        add(
            line.number(),
            line.procedure(),
            line.modifiers(),
            line.serviceDate(),
            line.charge(),
            BigDecimal.ZERO,
            false,
            List.of(),
            List.of());
      } else {
        var claimDenied = deniesWhole(standing.fact());
        var denied = denied(paid.paid(), paid.adjustments()) || claimDenied;
        var all = new ArrayList<>(paid.adjustments());
        if (claimDenied) {
          all.addAll(standing.fact().adjustments());
        }
        var remarks = new LinkedHashSet<>(paid.remarks());
        remarks.addAll(standing.fact().remarks());
        add(
            line.number(),
            line.procedure(),
            line.modifiers(),
            line.serviceDate(),
            line.charge(),
            claimDenied ? BigDecimal.ZERO : zero(paid.paid()),
            denied,
            all,
            List.copyOf(remarks));
      }
    }
  }

  private void add(
      int number,
      String procedure,
      List<String> modifiers,
      java.time.LocalDate day,
      BigDecimal charge,
      BigDecimal paid,
      boolean denied,
      List<CasAdjustment> adjustments,
      List<String> remarks) {
    if (denied) {
      deniedLines.add(number);
    }
    lines.add(
        new Line(
            number,
            procedure,
            modifiers,
            day,
            cents(charge),
            cents(paid),
            denied ? cents(charge) : cents(BigDecimal.ZERO),
            adjustments.stream()
                .map(a -> new LineAdjustment(a.group(), a.reason(), a.amount(), remarks))
                .toList()));
  }

  static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, java.math.RoundingMode.HALF_UP);
  }

  private static boolean denied(BigDecimal paid, List<CasAdjustment> adjustments) {
    return Adjustment.denied(
        zero(paid),
        adjustments.stream().map(a -> new Adjustment(a.group(), a.reason(), a.amount())).toList());
  }

  /** The decided line of each billed one, by the match ladder; null where there is none. */
  private List<PaymentLine> match() {
    return LineLadder.pairs(
        billed(w), standing == null ? List.<PaymentLine>of() : standing.fact().lines());
  }

  /** What the lines of a world's claim are known by. */
  static List<Billed> billed(World w) {
    return w.lines.stream()
        .map(
            line ->
                new Billed(
                    line.procedure(),
                    line.modifiers(),
                    line.charge(),
                    line.serviceDate(),
                    control(w, line.number())))
        .toList();
  }

  private static String control(World w, int number) {
    if (w.claim == null) {
      return null;
    }
    for (int i = 0; i < w.claim.fact().lines().size(); i++) {
      var l = w.claim.fact().lines().get(i);
      if ((l.number() == null ? i + 1 : l.number()) == number) {
        return l.lineControl();
      }
    }
    return null;
  }

  List<Integer> deniedLines() {
    return List.copyOf(deniedLines);
  }

  /** Whether an adjudication denied the claim or a line of it. */
  static boolean denies(ClaimPayment payment) {
    return denied(payment.paid(), payment.adjustments())
        || payment.lines().stream().anyMatch(Ledger::denies);
  }

  /** Whether an adjudication denied all of a claim that it says nothing of line by line. */
  static boolean deniesWhole(ClaimPayment payment) {
    return zero(payment.paid()).signum() <= 0 && denied(payment.paid(), payment.adjustments());
  }

  /** Whether an adjudication denied a line. */
  static boolean denies(PaymentLine line) {
    return denied(line.paid(), line.adjustments());
  }

  /** The charge that stands denied, in dollars. */
  BigDecimal denied() {
    return lines.stream().map(Line::denied).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The codes under which the denied lines were denied. */
  Reported reported(List<Integer> numbers) {
    var reasons = new LinkedHashSet<String>();
    var remarks = new LinkedHashSet<String>();
    var groups = new LinkedHashSet<String>();
    for (var line : lines) {
      if (!numbers.isEmpty() && !numbers.contains(line.number())) {
        continue;
      }
      for (var a : line.adjustments()) {
        if (new Adjustment(a.group(), a.reason(), a.amount()).denies()) {
          reasons.add(a.reason());
          groups.add(a.group());
        }
        remarks.addAll(a.remarks());
      }
    }
    return new Reported(reasons, remarks, groups, java.util.Set.of(), java.util.Set.of());
  }

  /** Whether the payer says that it has not decided yet (CARC 133). */
  private boolean undecided() {
    return zero(standing.fact().paid()).signum() == 0
        && lines.stream()
            .anyMatch(l -> l.adjustments().stream().anyMatch(a -> "133".equals(a.reason())));
  }

  /** Whether the claim was sent again after the adjudication that stands, and is with the payer. */
  private boolean sentAgain() {
    return w.claim != null
        && w.submissions.size() > 1
        && w.claim.recordedAt().isAfter(standing.recordedAt())
        && Submissions.lastRejection(w) == null;
  }

  Verdict verdict() {
    if (takenBack) {
      return Verdict.REVERSED;
    }
    if (standing == null) {
      return Submissions.lastRejection(w) != null ? Verdict.REJECTED : Verdict.PENDING;
    }
    if (undecided() || sentAgain()) {
      return Verdict.PENDING;
    }
    if (!deniedLines.isEmpty()) {
      return deniedLines.size() == lines.size() ? Verdict.DENIED : Verdict.PARTIALLY_DENIED;
    }
    if (Underpayment.of(w, this) != null) {
      return Verdict.UNDERPAID;
    }
    return zero(standing.fact().paid()).signum() > 0 ? Verdict.PAID : Verdict.NOT_A_DENIAL;
  }
}
