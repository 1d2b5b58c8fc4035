package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One payment (835, one BPR). It is told when its transaction set ends, since only then its
 * provider adjustments and its balance are known; its position is that of the BPR.
 *
 * @param remittanceId payer, trace number and payment date; the originator (TRN03) stands in for a
 *     payer that has no id
 * @param traceNumber TRN02
 * @param originator TRN03
 * @param paymentAmount BPR02, dollars
 * @param creditDebit BPR03
 * @param handling BPR01
 * @param method BPR04: ACH, CHK, NON
 * @param paymentDate BPR16
 * @param productionDate DTM 405
 * @param payerName N102 of 1000A
 * @param payerId N104 of 1000A, else its REF 2U
 * @param payeeName N102 of 1000B
 * @param payeeNpi N104 of 1000B where N103 is XX
 * @param payeeTaxIdentifier REF TJ of 1000B, or N104 where N103 is FI
 * @param providerAdjustments PLB
 * @param claims how many CLP it holds
 * @param claimTotal sum of CLP04, dollars; where a payment is split over files, the parts of it add
 *     up
 * @param fingerprint of the ids of its claim payments: copies of it agree, parts of it do not
 * @param balanced whether BPR02 = sum of CLP04 - sum of PLB
 * @param failing every equation that does not hold, of the payment, its claims and their lines,
 *     with both sides; nothing may be posted by itself while there is one
 */
public record Remittance(
    String remittanceId,
    String traceNumber,
    String originator,
    BigDecimal paymentAmount,
    String creditDebit,
    String handling,
    String method,
    LocalDate paymentDate,
    LocalDate productionDate,
    String payerName,
    String payerId,
    String payeeName,
    String payeeNpi,
    String payeeTaxIdentifier,
    List<ProviderAdjustment> providerAdjustments,
    int claims,
    BigDecimal claimTotal,
    String fingerprint,
    boolean balanced,
    List<String> failing)
    implements X12Record {

  /**
   * Money moved outside the claims.
   *
   * @param code PLB03-1: WO, FB, L6 and so on
   * @param reference PLB03-2
   * @param amount PLB04, dollars; positive is withheld
   * @param providerId PLB01
   * @param fiscalPeriodEnd PLB02
   */
  public record ProviderAdjustment(
      String code,
      String reference,
      BigDecimal amount,
      String providerId,
      LocalDate fiscalPeriodEnd) {}

  @Override
  public String kind() {
    return "remittance";
  }
}
