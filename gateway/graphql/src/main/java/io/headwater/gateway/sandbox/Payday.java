package io.headwater.gateway.sandbox;

import io.headwater.gateway.sandbox.Books.Forward;
import io.headwater.gateway.sandbox.PayerAnswer.Said;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.PayerDefect;
import io.headwater.x12.record.Address;
import io.headwater.x12.record.Remittance;
import io.headwater.x12.record.Remittance.ProviderAdjustment;
import io.headwater.x12.write.RemittanceAdvice;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One payment of a payer to a payee. What would be less than nothing is paid as nothing, and the
 * rest is taken back from the next payment (PLB FB, by the number of this one).
 */
record Payday(RemittanceAdvice advice, Forward forward, List<Said> says) {

  private static final Address POST_BOX = new Address("PO BOX 1", null, "DAYTON", "OH", "45401");
  private static final String CONTACT = "SANDBOX";
  private static final String PHONE = "5555550199";
  private static final String ORIGINATOR = "1999999999";

  /**
   * What is paid by one payment: due on the same day from the same payer to the same payee, and not
   * two claims of one person, of which the second depends on what became of the first.
   */
  static List<Submission> together(List<Submission> due) {
    var batch = new ArrayList<Submission>();
    var people = new HashSet<String>();
    for (var s : due) {
      var first = batch.isEmpty() ? s : batch.getFirst();
      if (s.dueOn().equals(first.dueOn())
          && s.payerId().equals(first.payerId())
          && Objects.equals(s.billingNpi(), first.billingNpi())
          && people.add(s.memberId())) {
        batch.add(s);
      }
    }
    return batch;
  }

  /** Pays what is due together and keeps the 835 that says so; true, since there may be more. */
  static boolean on(Books books, List<Submission> batch, Map<String, Dossier> known, Instant now)
      throws SQLException {
    var decided = new ArrayList<Decided>();
    Instant after = null;
    for (var submission : batch) {
      if (books.finalized(submission)) {
        var file = CaseFile.of(submission, known.get(submission.controlNumber()));
        var made = Decided.of(file, books.settings());
        if (made.faulty()
            && books.settings().defects().contains(PayerDefect.REVERSES_AND_CORRECTS)) {
          books.reopened(submission, submission.dueOn().plusDays(books.settings().days()));
        }
        decided.add(made);
        var learned = file.sent().recordedAt();
        after = after == null || learned.isAfter(after) ? learned : after;
      }
    }
    if (decided.isEmpty()) {
      return true;
    }
    var first = batch.getFirst();
    var payee = decided.getFirst().file().billingNpi();
    var number = books.next();
    var owed = books.forward(first.payerId(), payee).orElse(null);
    var payday = of(decided, owed, first.dueOn(), number);
    books.carry(first.payerId(), payee, payday.forward());
    var receiver = Objects.requireNonNullElse(first.sender(), payee);
    books.answer(
        "835",
        first.payerId(),
        first.dueOn(),
        after,
        now,
        Letters.remittance(payday.advice(), first.payerId(), receiver, first.dueOn(), number),
        payday.says());
    return true;
  }

  /**
   * Pays what was decided.
   *
   * @param owed what the payee still owes the payer from before, or null
   */
  static Payday of(List<Decided> decided, Forward owed, LocalDate day, long number) {
    var file = decided.getFirst().file();
    var payee = file.billingNpi();
    var trace = "SBX" + number;
    var yearEnd = LocalDate.of(day.getYear(), 12, 31);
    var adjustments = new ArrayList<ProviderAdjustment>();
    var total = BigDecimal.ZERO;
    for (var claim : decided) {
      total = total.add(claim.paid());
    }
    if (owed != null) {
      total = total.subtract(owed.amount());
      adjustments.add(new ProviderAdjustment("FB", owed.trace(), owed.amount(), payee, yearEnd));
    }
    Forward forward = null;
    if (total.signum() < 0) {
      forward = new Forward(total.negate(), trace);
      adjustments.add(new ProviderAdjustment("FB", trace, total, payee, yearEnd));
      total = BigDecimal.ZERO.setScale(2);
    }
    var remittance =
        new Remittance(
            null,
            trace,
            ORIGINATOR,
            total,
            "C",
            total.signum() == 0 ? "H" : "I",
            total.signum() == 0 ? "NON" : "CHK",
            day,
            day,
            file.payerName(),
            file.submission().payerId(),
            file.providerName(),
            payee,
            file.billingTaxIdentifier(),
            adjustments,
            decided.size(),
            total,
            null,
            true,
            List.of());
    var says = new ArrayList<Said>();
    decided.forEach(d -> says.addAll(d.says()));
    says.add(new Said(null, "Payment " + trace + " of $" + total.toPlainString() + owes(forward)));
    return new Payday(
        new RemittanceAdvice(
            remittance,
            POST_BOX,
            CONTACT,
            PHONE,
            decided.stream().flatMap(d -> d.payments().stream()).toList()),
        forward,
        says);
  }

  private static String owes(Forward forward) {
    return forward == null
        ? "."
        : "; $" + forward.amount().toPlainString() + " will be kept back from the next.";
  }
}
