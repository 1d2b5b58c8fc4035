package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A question about a claim (276, one claim of a subscriber or dependent).
 *
 * @param inquiryId TRN02
 * @param controlNumber REF EJ
 * @param payerControlNumber REF 1K
 * @param payerId NM109 of NM1 PR
 * @param payerName NM103 of NM1 PR
 * @param providerNpi NM109 of NM1 1P
 * @param providerName NM1 1P
 * @param subscriberName NM1 IL where the patient is a dependent (HL 23), else null
 * @param patientName NM1 QC, else IL
 * @param birthDate DMG02
 * @param sex DMG03
 * @param memberId NM109 of NM1 IL
 * @param totalCharge AMT T3, dollars
 * @param serviceDate DTP 472, first day
 * @param serviceDateEnd last day where a range was sent
 * @param requestedOn BHT04
 */
public record ClaimStatusInquiry(
    String inquiryId,
    String controlNumber,
    String payerControlNumber,
    String payerId,
    String payerName,
    String providerNpi,
    PersonName providerName,
    PersonName subscriberName,
    PersonName patientName,
    LocalDate birthDate,
    String sex,
    String memberId,
    BigDecimal totalCharge,
    LocalDate serviceDate,
    LocalDate serviceDateEnd,
    LocalDate requestedOn)
    implements X12Record {

  @Override
  public String kind() {
    return "claim-status-inquiry";
  }

  /** The inquiry's id only. */
  @Override
  public String toString() {
    return "ClaimStatusInquiry " + inquiryId;
  }
}
