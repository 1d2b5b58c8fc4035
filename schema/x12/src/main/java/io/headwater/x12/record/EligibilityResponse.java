package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a payer said about coverage (271, one subscriber or dependent).
 *
 * @param checkId the submitter's TRN02 returned (TRN01 = 2), else any TRN02, else BHT03
 * @param patientId REF EJ
 * @param payerId NM109 of the information source
 * @param payerName NM103 of the information source
 * @param requestedAt BHT04 and BHT05, local to the sender
 * @param result what it comes to
 * @param returnedMemberId NM109 of NM1 IL
 * @param groupNumber REF 6P or 1L
 * @param patientName who it speaks of
 * @param birthDate DMG02
 * @param serviceDate DTP 472 where one is returned
 * @param planBegin first day of the plan or of eligibility (DTP 346, 356, 307, 291)
 * @param planEnd last day (DTP 347, 357, or the end of a range)
 * @param benefits EB, in order
 * @param rejectReasons AAA03
 * @param followUp AAA04
 */
public record EligibilityResponse(
    String checkId,
    String patientId,
    String payerId,
    String payerName,
    LocalDateTime requestedAt,
    Result result,
    String returnedMemberId,
    String groupNumber,
    PersonName patientName,
    LocalDate birthDate,
    LocalDate serviceDate,
    LocalDate planBegin,
    LocalDate planEnd,
    List<Benefit> benefits,
    List<String> rejectReasons,
    List<String> followUp)
    implements X12Record {

  /** What an eligibility answer comes to. */
  public enum Result {
    /** Active coverage (EB01 1 to 5). */
    ACTIVE,
    /** No active coverage (EB01 6 to 8). */
    INACTIVE,
    /** The payer does not find the member (AAA 71, 72, 73, 75). */
    NOT_FOUND,
    /** The payer could not answer (AAA 42, 80, or EB V). */
    PAYER_UNAVAILABLE,
    /** The question was refused (any other AAA). */
    REJECTED,
    /** More than one member fits (AAA 76), or the answer says neither active nor inactive. */
    AMBIGUOUS
  }

  /**
   * One EB with what follows it.
   *
   * @param information EB01
   * @param coverageLevel EB02
   * @param serviceTypes EB03
   * @param insuranceType EB04
   * @param planText EB05
   * @param period EB06, else HSD05 where the quantity is that of HSD
   * @param amount EB07, dollars
   * @param percent EB08, a fraction of one
   * @param quantityQualifier EB09, else HSD01: VS visits, DY days
   * @param quantity EB10, else HSD02 where that is no rate
   * @param authorizationRequired EB11
   * @param inNetwork EB12
   * @param procedure EB13-2
   * @param message MSG, several joined by a blank
   * @param relatedEntities loop 2120
   */
  public record Benefit(
      String information,
      String coverageLevel,
      List<String> serviceTypes,
      String insuranceType,
      String planText,
      String period,
      BigDecimal amount,
      BigDecimal percent,
      String quantityQualifier,
      BigDecimal quantity,
      String authorizationRequired,
      String inNetwork,
      String procedure,
      String message,
      List<RelatedEntity> relatedEntities) {}

  /**
   * Someone a benefit points to, such as the administrator of a carve-out.
   *
   * @param role NM101
   * @param name NM103 and NM104
   * @param payerId NM109
   */
  public record RelatedEntity(String role, String name, String payerId) {}

  @Override
  public String kind() {
    return "eligibility-response";
  }

  /** The check's id and result only. */
  @Override
  public String toString() {
    return "EligibilityResponse " + checkId + " " + result;
  }
}
