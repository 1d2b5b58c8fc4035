package io.headwater.rootcause;

import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimLine;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The answers to a claim in the order in which the payer gave them, whatever the order in which
 * they came: by payment date, remittance by remittance, and within one a reversal before the
 * correction that follows it. A remittance that came in several files is one.
 */
final class PaymentOrder {

  private PaymentOrder() {}

  /** The answers to a claim, oldest first. */
  static List<Recorded<ClaimPayment>> of(
      List<Recorded<ClaimPayment>> versions, String controlNumber) {
    var answers = Latest.of(Latest.where(versions, p -> controlNumber.equals(p.controlNumber())));
    var begun = new HashMap<String, Instant>();
    answers.forEach(p -> begun.merge(remittance(p), p.recordedAt(), PaymentOrder::earlier));
    return answers.stream().sorted(order(begun)).toList();
  }

  private static Comparator<Recorded<ClaimPayment>> order(Map<String, Instant> begun) {
    return Comparator.comparing(
            (Recorded<ClaimPayment> p) ->
                p.fact().paymentDate() == null ? LocalDate.MIN : p.fact().paymentDate())
        .thenComparing(p -> begun.get(remittance(p)))
        .thenComparing(p -> p.fact().reversal() ? 0 : 1)
        .thenComparing(PaymentOrder::remittance)
        .thenComparing(p -> Objects.requireNonNullElse(p.fact().payerControlNumber(), ""))
        .thenComparing(Recorded::id);
  }

  private static String remittance(Recorded<ClaimPayment> payment) {
    return Objects.requireNonNullElse(payment.fact().remittanceId(), "");
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /**
   * Where several visits were billed under one number, the answers to the one billed last: those
   * that name one of its days, and those that name none. A replacement or void is no other visit.
   */
  static List<Recorded<ClaimPayment>> ofService(
      World w, Recorded<Claim> claim, List<Recorded<ClaimPayment>> answers) {
    if (claim == null) {
      return answers;
    }
    var days = days(claim.fact());
    var otherVisit =
        w.submissions.stream()
            .map(Recorded::fact)
            .anyMatch(s -> days(s).stream().noneMatch(days::contains) && !days(s).isEmpty());
    if (!otherVisit || days.isEmpty() || replaces(claim.fact())) {
      return answers;
    }
    return answers.stream()
        .filter(
            p -> {
              var said = new HashSet<LocalDate>();
              p.fact().lines().stream().map(PaymentLine::serviceDate).forEach(said::add);
              said.remove(null);
              return said.isEmpty() || said.stream().anyMatch(days::contains);
            })
        .toList();
  }

  private static boolean replaces(Claim claim) {
    return "7".equals(claim.frequency()) || "8".equals(claim.frequency());
  }

  private static Set<LocalDate> days(Claim claim) {
    var days = new HashSet<LocalDate>();
    claim.lines().stream().map(ClaimLine::serviceDate).forEach(days::add);
    days.remove(null);
    return days;
  }
}
