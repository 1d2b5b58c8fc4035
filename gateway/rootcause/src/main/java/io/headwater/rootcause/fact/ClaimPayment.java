package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A claim as adjudicated (X12 835 2100).
 *
 * @param controlNumber the claim it answers; as the payer sent it (CLP01) until it is matched
 * @param match how it came to that claim; null where it is matched to none
 */
public record ClaimPayment(
    String claimPaymentId,
    String remittanceId,
    String traceNumber,
    LocalDate paymentDate,
    String payerId,
    String controlNumber,
    String status,
    BigDecimal charge,
    BigDecimal paid,
    BigDecimal patientResponsibility,
    String payerControlNumber,
    String filingIndicator,
    String facilityCode,
    String frequency,
    String patientId,
    PersonName patientName,
    String insuredId,
    String correctedMemberId,
    String crossoverPayerId,
    String crossoverPayerName,
    String renderingNpi,
    LocalDate receivedOn,
    LocalDate statementFrom,
    List<CasAdjustment> adjustments,
    List<String> remarks,
    List<PaymentLine> lines,
    Boolean balanced,
    List<String> failing,
    PaymentMatch match) {
  /** Missing lists are empty, and so is a number that the payer left out. */
  public ClaimPayment {
    controlNumber = controlNumber == null ? "" : controlNumber;
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
    remarks = remarks == null ? List.of() : List.copyOf(remarks);
    lines = lines == null ? List.of() : List.copyOf(lines);
    failing = failing == null ? List.of() : List.copyOf(failing);
  }

  /** The same payment as the answer to a claim. */
  public ClaimPayment answering(String claim, PaymentMatch how) {
    return new ClaimPayment(
        claimPaymentId,
        remittanceId,
        traceNumber,
        paymentDate,
        payerId,
        claim,
        status,
        charge,
        paid,
        patientResponsibility,
        payerControlNumber,
        filingIndicator,
        facilityCode,
        frequency,
        patientId,
        patientName,
        insuredId,
        correctedMemberId,
        crossoverPayerId,
        crossoverPayerName,
        renderingNpi,
        receivedOn,
        statementFrom,
        adjustments,
        remarks,
        lines,
        balanced,
        failing,
        how);
  }

  /** The same payment with other amounts and lines. */
  public ClaimPayment deciding(
      BigDecimal charged,
      BigDecimal paidAltogether,
      BigDecimal ofPatient,
      List<CasAdjustment> adjusted,
      List<String> remarked,
      List<PaymentLine> decided) {
    return new ClaimPayment(
        claimPaymentId,
        remittanceId,
        traceNumber,
        paymentDate,
        payerId,
        controlNumber,
        status,
        charged,
        paidAltogether,
        ofPatient,
        payerControlNumber,
        filingIndicator,
        facilityCode,
        frequency,
        patientId,
        patientName,
        insuredId,
        correctedMemberId,
        crossoverPayerId,
        crossoverPayerName,
        renderingNpi,
        receivedOn,
        statementFrom,
        adjusted,
        remarked,
        decided,
        balanced,
        failing,
        match);
  }

  /**
   * Whether it takes an earlier payment back: by its status (CLP02 22), or, of payers that do not
   * say so, by a charge that is the negative of the one it undoes.
   */
  public boolean reversal() {
    return "22".equals(status) || charge != null && charge.signum() < 0;
  }

  /** Names nobody: records of people do not print. */
  @Override
  public String toString() {
    return "ClaimPayment";
  }
}
