package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a payer decided on one claim (835, one CLP).
 *
 * @param claimPaymentId remittance, CLP01, CLP07, CLP02, first day of service, charge, and an
 *     ordinal among those that are the same in all of it; the same in every copy of the remittance
 * @param remittanceId of the payment it belongs to
 * @param traceNumber TRN02 of the payment
 * @param paymentDate BPR16 of the payment
 * @param payerId of the payment
 * @param controlNumber CLP01
 * @param status CLP02: 1 primary, 4 denied, 22 reversal and so on
 * @param charge CLP03, dollars
 * @param paid CLP04, dollars
 * @param patientResponsibility CLP05, dollars
 * @param filingIndicator CLP06
 * @param payerControlNumber CLP07
 * @param facilityCode CLP08
 * @param frequency CLP09
 * @param patientId NM109 of NM1 QC
 * @param patientName NM1 QC
 * @param insuredId NM109 of NM1 IL
 * @param corrected NM1 74, the insured as the payer knows the person
 * @param crossoverName NM103 of NM1 TT, the payer it was forwarded to
 * @param crossoverId NM109 of NM1 TT
 * @param renderingNpi NM109 of NM1 82
 * @param originalReference REF F8
 * @param authorizationNumber REF G1 or BB
 * @param groupNumber REF 1L
 * @param receivedOn DTM 050
 * @param statementFrom DTM 232
 * @param statementTo DTM 233
 * @param coverageExpires DTM 036
 * @param coverageAmount AMT AU, dollars
 * @param interest AMT I, dollars
 * @param patientPaid AMT F5, dollars
 * @param adjustments CAS of the claim
 * @param remarks MOA and MIA remark codes
 * @param lines in order
 * @param balanced whether CLP03 - CAS = CLP04, CLP05 = CAS PR (not of a reversal), and SVC02 - CAS
 *     = SVC03 on every line
 * @param failing every equation of the claim that does not hold, with both sides; also lines that
 *     do not add up to it
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
    String filingIndicator,
    String payerControlNumber,
    String facilityCode,
    String frequency,
    String patientId,
    PersonName patientName,
    String insuredId,
    CorrectedInsured corrected,
    String crossoverName,
    String crossoverId,
    String renderingNpi,
    String originalReference,
    String authorizationNumber,
    String groupNumber,
    LocalDate receivedOn,
    LocalDate statementFrom,
    LocalDate statementTo,
    LocalDate coverageExpires,
    BigDecimal coverageAmount,
    BigDecimal interest,
    BigDecimal patientPaid,
    List<Adjustment> adjustments,
    List<String> remarks,
    List<PaymentLine> lines,
    boolean balanced,
    List<String> failing)
    implements X12Record {

  /**
   * The insured as the payer has the person.
   *
   * @param name null where only the id is corrected
   * @param memberId NM109
   */
  public record CorrectedInsured(PersonName name, String memberId) {}

  /** Whether this takes an earlier payment back. */
  public boolean reversal() {
    return "22".equals(status);
  }

  @Override
  public String kind() {
    return "claim-payment";
  }

  /** Control numbers only. */
  @Override
  public String toString() {
    return "ClaimPayment " + claimPaymentId;
  }
}
