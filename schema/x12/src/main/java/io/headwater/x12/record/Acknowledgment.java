package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a front door said: of an interchange (TA1), of a transaction set (999), of a claim (277CA),
 * or of a claim asked about (277).
 *
 * @param ackId type, interchange, what it speaks of and an ordinal; the same file gives the same
 *     ids
 * @param type 999, 277CA, TA1 or 277
 * @param controlNumber the claim's: TRN02 of a 277CA, REF EJ (else TRN02) of a 277; null for 999
 *     and TA1
 * @param traceNumber TRN02 of a 277: the inquiry answered
 * @param batch BHT03 of the 837 a 277CA answers as a whole
 * @param category STC01-1; for a 999 IK501 (A, E, R), for a TA1 TA104
 * @param status STC01-2; for a 999 IK502, for a TA1 TA105
 * @param entity STC01-3
 * @param action STC03: WQ or U
 * @param accepted whether it went through this door
 * @param amount STC04, dollars
 * @param paid STC05, dollars
 * @param source NM101 of who speaks: PR the payer, AY a clearinghouse; null for 999 and TA1
 * @param payerId NM109 of who speaks
 * @param payerControlNumber REF 1K
 * @param clearinghouseId REF D9
 * @param receivedOn STC02, else the day of the transaction set or TA102
 * @param serviceDate DTP 472
 * @param interchange what a TA1 acknowledges (TA101)
 * @param functionalId the kind of group a 999 acknowledges (AK101): HC claims, HS eligibility
 * @param group what a 999 acknowledges (AK102)
 * @param transaction what a 999 acknowledges (AK202), null where it speaks of the group
 * @param statuses every STC, first the one above
 * @param errors IK3 and IK4 of a 999
 */
public record Acknowledgment(
    String ackId,
    String type,
    String controlNumber,
    String traceNumber,
    String batch,
    String category,
    String status,
    String entity,
    String action,
    boolean accepted,
    BigDecimal amount,
    BigDecimal paid,
    String source,
    String payerId,
    String payerControlNumber,
    String clearinghouseId,
    LocalDate receivedOn,
    LocalDate serviceDate,
    String interchange,
    String functionalId,
    String group,
    String transaction,
    List<Status> statuses,
    List<SyntaxError> errors)
    implements X12Record {

  /**
   * One status of a claim or of one of its lines.
   *
   * @param category STC01-1
   * @param status STC01-2
   * @param entity STC01-3
   * @param action STC03
   * @param date STC02
   * @param lineControl REF FJ of the line, null for the claim
   * @param message STC12
   */
  public record Status(
      String category,
      String status,
      String entity,
      String action,
      LocalDate date,
      String lineControl,
      String message) {}

  /**
   * What a 999 found wrong.
   *
   * @param segment IK301
   * @param position IK302, the segment's ordinal in the transaction set
   * @param loop IK303
   * @param element IK401-1, null for a fault of the segment
   * @param code IK304, or IK403 for an element
   * @param value IK404, the bad value
   * @param claim CLM01 of the claim it stands in, where CTX says so
   */
  public record SyntaxError(
      String segment,
      Integer position,
      String loop,
      Integer element,
      String code,
      String value,
      String claim) {}

  @Override
  public String kind() {
    return "277".equals(type) ? "claim-status" : "acknowledgment";
  }
}
