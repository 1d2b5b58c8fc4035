package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A claim as adjudicated (X12 835 2100). */
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
    String correctedMemberId,
    String crossoverPayerId,
    String crossoverPayerName,
    String renderingNpi,
    LocalDate receivedOn,
    List<CasAdjustment> adjustments,
    List<String> remarks,
    List<PaymentLine> lines,
    Boolean balanced) {
  /** Missing lists are empty. */
  public ClaimPayment {
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
    remarks = remarks == null ? List.of() : List.copyOf(remarks);
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** Names nobody: records of people do not print. */
  @Override
  public String toString() {
    return "ClaimPayment";
  }
}
