package io.headwater.rootcause;

import io.headwater.rootcause.fact.CasAdjustment;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.rootcause.match.LineLadder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What stands after all answers of a payer, taken in order: a reversal undoes the answer that it
 * names, the next answer replaces the one before. Where a payer splits a claim and answers its
 * lines one by one, the answers stand together.
 *
 * @param standing the adjudication that stands, cited as the last answer, or null
 * @param reversal the last reversal, or null
 * @param takenBack whether less stands than was paid before the reversal
 */
record Settlement(
    Recorded<ClaimPayment> standing, Recorded<ClaimPayment> reversal, boolean takenBack) {

  /** Settles the answers to the claim of a world. */
  static Settlement of(World w) {
    return of(w, w.payments);
  }

  /**
   * Settles answers, oldest first, to a world's claim or to another one for the same services.
   *
   * <p>What follows a reversal in its remittance or in the next is its correction; whether money
   * was taken back is decided by that. A later answer may make it good again. It takes nothing back
   * itself, for nothing but a reversal does: a claim that is sent once more and denied as a
   * duplicate was still paid.
   */
  static Settlement of(World w, List<Recorded<ClaimPayment>> answers) {
    var parts = new ArrayList<Recorded<ClaimPayment>>();
    Recorded<ClaimPayment> reversal = null;
    Recorded<ClaimPayment> correction = null;
    var before = BigDecimal.ZERO;
    var takenBack = false;
    for (var payment : answers) {
      if (payment.fact().reversal()) {
        if (reversal == null || correction != null) {
          before = parts.isEmpty() ? Ledger.zero(payment.fact().paid()).negate() : paid(parts);
        }
        reversal = payment;
        correction = null;
        undo(parts, payment.fact().payerControlNumber());
        takenBack = parts.isEmpty() || paid(parts).compareTo(before) < 0;
      } else if (!"25".equals(payment.fact().status())) {
        var replaces = parts.removeIf(part -> !besideEachOther(w, part.fact(), payment.fact()));
        parts.add(payment);
        var less = reversal != null && paid(parts).compareTo(before) < 0;
        var corrects = correction == null || !replaces || sameRemittance(correction, payment);
        takenBack = less && (takenBack || corrects);
        correction = correction == null ? payment : correction;
      }
    }
    return new Settlement(parts.isEmpty() ? null : together(parts), reversal, takenBack);
  }

  private static boolean sameRemittance(Recorded<ClaimPayment> one, Recorded<ClaimPayment> other) {
    return Objects.equals(one.fact().remittanceId(), other.fact().remittanceId());
  }

  /** A reversal names the answer by the payer's number; one that names none undoes all. */
  private static void undo(List<Recorded<ClaimPayment>> parts, String number) {
    if (number == null
        || !parts.removeIf(part -> number.equals(part.fact().payerControlNumber()))) {
      parts.clear();
    }
  }

  /** Whether two answers decide different lines of the claim, and each of them only some. */
  private static boolean besideEachOther(World w, ClaimPayment one, ClaimPayment other) {
    if (w.claim == null || one.lines().isEmpty() || other.lines().isEmpty()) {
      return false;
    }
    var all = new ArrayList<>(one.lines());
    all.addAll(other.lines());
    var pairs = LineLadder.pairs(Ledger.billed(w), all);
    return pairs.stream().filter(Objects::nonNull).count() == all.size()
        && disjoint(
            LineLadder.pairs(Ledger.billed(w), one.lines()),
            LineLadder.pairs(Ledger.billed(w), other.lines()));
  }

  private static boolean disjoint(List<PaymentLine> one, List<PaymentLine> other) {
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != null && other.get(i) != null) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal paid(List<Recorded<ClaimPayment>> parts) {
    return sum(parts, ClaimPayment::paid);
  }

  private static BigDecimal sum(
      List<Recorded<ClaimPayment>> parts, Function<ClaimPayment, BigDecimal> amount) {
    return parts.stream()
        .map(part -> Ledger.zero(amount.apply(part.fact())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * The answers as one; what an answer says of the claim, it says of its lines that say nothing.
   */
  private static Recorded<ClaimPayment> together(List<Recorded<ClaimPayment>> parts) {
    var last = parts.getLast();
    if (parts.size() == 1) {
      return last;
    }
    var lines = new ArrayList<PaymentLine>();
    var adjustments = new ArrayList<CasAdjustment>();
    var remarks = new LinkedHashSet<String>();
    for (var part : parts) {
      part.fact().lines().forEach(line -> lines.add(speaking(line, part.fact().adjustments())));
      adjustments.addAll(part.fact().adjustments());
      remarks.addAll(part.fact().remarks());
    }
    return new Recorded<>(
        last.owner(),
        last.kind(),
        last.id(),
        last.version(),
        last.recordedAt(),
        last.fact()
            .deciding(
                sum(parts, ClaimPayment::charge),
                sum(parts, ClaimPayment::paid),
                sum(parts, ClaimPayment::patientResponsibility),
                adjustments,
                List.copyOf(remarks),
                lines));
  }

  private static PaymentLine speaking(PaymentLine line, List<CasAdjustment> ofClaim) {
    return line.adjustments().isEmpty() ? line.adjusted(ofClaim) : line;
  }
}
