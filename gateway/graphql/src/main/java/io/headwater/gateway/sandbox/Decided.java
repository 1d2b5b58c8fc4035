package io.headwater.gateway.sandbox;

import io.headwater.gateway.sandbox.PayerAnswer.Said;
import io.headwater.gateway.sandbox.Submission.State;
import io.headwater.rootcause.Adjudication;
import io.headwater.rootcause.Adjudication.Decision;
import io.headwater.rootcause.PayerDefect;
import io.headwater.rootcause.fact.CasAdjustment;
import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.PaymentLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What was decided on a claim, as an 835 tells it: a payment, and before it what it replaces.
 *
 * @param faulty whether a fault of the payer went into it
 */
record Decided(CaseFile file, List<ClaimPayment> payments, List<Said> says, boolean faulty) {

  /**
   * Takes back what the claim replaces, or what was decided wrongly on it, and pays or denies it,
   * unless it is a void.
   */
  static Decided of(CaseFile file, Settings settings) {
    var payments = new ArrayList<ClaimPayment>();
    var says = new ArrayList<Said>();
    var again = file.submission().state() == State.REOPENED;
    if (file.replaces() || again) {
      var original = file.standing();
      if (original == null) {
        says.add(new Said(file.claim().controlNumber(), "There is nothing left to take back."));
      } else {
        payments.add(reversal(file, original));
        says.add(new Said(original.controlNumber(), reversed(original)));
      }
    }
    if (file.voids() || again && payments.isEmpty()) {
      return new Decided(file, payments, says, false);
    }
    var defects = again ? Set.<PayerDefect>of() : settings.defects();
    var decided = Adjudication.of(file.dossier(), file.submission().version(), defects);
    payments.add(payment(file, decided));
    says.add(new Said(file.claim().controlNumber(), words(decided)));
    var faulty = decided.lines().stream().anyMatch(d -> d.defect() != null);
    return new Decided(file, payments, says, faulty);
  }

  private static String reversed(io.headwater.rootcause.fact.ClaimPayment original) {
    return "The decision under "
        + original.payerControlNumber()
        + " is reversed; "
        + dollars(zero(original.paid()))
        + " is taken back.";
  }

  private static ClaimPayment payment(CaseFile file, Adjudication decided) {
    var lines = new ArrayList<PaymentLine>();
    for (int i = 0; i < decided.lines().size(); i++) {
      lines.add(line(i + 1, decided.lines().get(i), file.lines().get(i).lineControl()));
    }
    return claimPayment(
        file,
        file.claim().controlNumber(),
        decided.denied() ? "4" : rank(file),
        decided.charge(),
        decided.paid(),
        decided.patientShare(),
        file.frequency(),
        List.of(),
        List.of(),
        lines);
  }

  private static String rank(CaseFile file) {
    return switch (Objects.requireNonNullElse(file.claim().payerRank(), "P")) {
      case "S" -> "2";
      case "T" -> "3";
      default -> "1";
    };
  }

  private static PaymentLine line(int ordinal, Decision d, String control) {
    return new PaymentLine(
        ordinal,
        d.procedure(),
        d.modifiers(),
        null,
        null,
        d.charge(),
        d.paid(),
        d.denied() ? null : d.units(),
        null,
        d.serviceDate(),
        null,
        CaseFile.clean(control, 50),
        d.adjustments().stream()
            .map(a -> new Adjustment(a.group(), a.reason(), a.amount(), null))
            .toList(),
        d.remarks(),
        d.denied() ? null : d.allowed());
  }

  /** The original with every sign turned. */
  private static ClaimPayment reversal(
      CaseFile file, io.headwater.rootcause.fact.ClaimPayment original) {
    var lines = new ArrayList<PaymentLine>();
    for (var l : original.lines()) {
      lines.add(
          new PaymentLine(
              lines.size() + 1,
              l.procedure(),
              l.modifiers(),
              l.submittedProcedure(),
              null,
              negated(l.charge()),
              negated(l.paid()),
              l.units(),
              null,
              l.serviceDate(),
              null,
              l.lineControl(),
              turned(l.adjustments()),
              l.remarks(),
              l.allowed() == null ? null : negated(l.allowed())));
    }
    return claimPayment(
        file,
        original.controlNumber(),
        "22",
        negated(original.charge()),
        negated(original.paid()),
        negated(original.patientResponsibility()),
        original.frequency(),
        turned(original.adjustments()),
        original.remarks(),
        lines);
  }

  private static List<Adjustment> turned(List<CasAdjustment> adjustments) {
    return adjustments.stream()
        .map(a -> new Adjustment(a.group(), a.reason(), negated(a.amount()), null))
        .toList();
  }

  private static ClaimPayment claimPayment(
      CaseFile file,
      String controlNumber,
      String status,
      BigDecimal charge,
      BigDecimal paid,
      BigDecimal patient,
      String frequency,
      List<Adjustment> adjustments,
      List<String> remarks,
      List<PaymentLine> lines) {
    var claim = file.claim();
    return new ClaimPayment(
        null,
        null,
        null,
        null,
        claim.payerId(),
        controlNumber,
        status,
        charge,
        paid,
        patient,
        file.filingIndicator(),
        file.submission().payerControlNumber(),
        claim.placeOfService(),
        frequency,
        file.memberId(),
        file.patient(),
        null,
        null,
        null,
        null,
        claim.renderingNpi(),
        null,
        CaseFile.clean(claim.authorizationNumber(), 50),
        null,
        file.submission().receivedOn(),
        file.firstService(),
        file.lastService(),
        null,
        null,
        null,
        null,
        adjustments,
        remarks,
        lines,
        true,
        List.of());
  }

  private static String words(Adjudication decided) {
    var words = new StringBuilder();
    words
        .append(decided.denied() ? "Denied, nothing" : "Paid " + dollars(decided.paid()))
        .append(" of ")
        .append(dollars(decided.charge()))
        .append('.');
    for (var d : decided.lines()) {
      words.append(" Line ").append(d.number()).append(' ').append(d.procedure());
      words.append(d.denied() ? " denied" : " paid " + dollars(d.paid()));
      var separator = ": ";
      for (var a : d.adjustments()) {
        words.append(separator).append(a.group()).append('-').append(a.reason()).append(' ');
        words.append(dollars(a.amount())).append(meaning(a.reason()));
        separator = ", ";
      }
      if (!d.remarks().isEmpty()) {
        words.append(" (").append(String.join(", ", d.remarks())).append(')');
      }
      words.append(". ").append(d.because());
    }
    return words.toString();
  }

  private static String meaning(String reason) {
    return switch (reason) {
      case "1" -> " deductible";
      case "2" -> " coinsurance";
      case "3" -> " copay";
      case "45" -> " above the contract";
      default -> "";
    };
  }

  private static String dollars(BigDecimal amount) {
    return "$" + amount.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString();
  }

  private static BigDecimal zero(BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  private static BigDecimal negated(BigDecimal amount) {
    return zero(amount).negate();
  }

  /** What the payments come to; dollars, negative where more is taken back than paid. */
  BigDecimal paid() {
    return payments.stream().map(ClaimPayment::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
