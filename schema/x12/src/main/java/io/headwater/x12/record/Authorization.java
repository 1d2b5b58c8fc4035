package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A review of services asked for or decided (278, one patient event).
 *
 * @param response true for what the payer decided, false for what was asked
 * @param authorizationId TRN02 of the event, else of its first service, else BHT03
 * @param number HCR02, or REF BB
 * @param payerId NM109 of the review organisation
 * @param payerName NM103 of the review organisation
 * @param requesterNpi NM109 of who asks (HL 21)
 * @param requesterName NM1 of who asks
 * @param patientId REF EJ
 * @param subscriberName the subscriber where the patient is a dependent (HL 23), else null
 * @param patientName the dependent, else the subscriber
 * @param birthDate DMG02
 * @param sex DMG03
 * @param memberId NM109 of NM1 IL
 * @param status HCR01 in words
 * @param certification UM02: I, R, S, E, 3
 * @param requestCategory UM01: HS, AR, SC
 * @param serviceType UM03
 * @param placeOfService UM04-1, unless UM04-2 says that it is a type of bill
 * @param requestedAt BHT04 and BHT05 of a request, local to the sender
 * @param decidedAt BHT04 and BHT05 of a response, local to the sender
 * @param issuedOn DTP 102
 * @param servicingProviders NPIs of the event's and its services' providers
 * @param lines the services; the event itself where it names none but says a quantity
 * @param diagnoses HI, as they came
 * @param effective DTP 007, else the first day of the services
 * @param expires DTP 036, else the last day
 * @param denialReason HCR03
 * @param rejectReasons AAA03
 */
public record Authorization(
    boolean response,
    String authorizationId,
    String number,
    String payerId,
    String payerName,
    String requesterNpi,
    PersonName requesterName,
    String patientId,
    PersonName subscriberName,
    PersonName patientName,
    LocalDate birthDate,
    String sex,
    String memberId,
    Status status,
    String certification,
    String requestCategory,
    String serviceType,
    String placeOfService,
    LocalDateTime requestedAt,
    LocalDateTime decidedAt,
    LocalDate issuedOn,
    List<String> servicingProviders,
    List<Line> lines,
    List<String> diagnoses,
    LocalDate effective,
    LocalDate expires,
    String denialReason,
    List<String> rejectReasons)
    implements X12Record {

  /** Missing lists are empty. */
  public Authorization {
    servicingProviders = servicingProviders == null ? List.of() : List.copyOf(servicingProviders);
    lines = lines == null ? List.of() : List.copyOf(lines);
    diagnoses = diagnoses == null ? List.of() : List.copyOf(diagnoses);
    rejectReasons = rejectReasons == null ? List.of() : List.copyOf(rejectReasons);
  }

  /** Where the review stands. */
  public enum Status {
    /** Asked, or answered that the payer must be called (HCR CT). */
    REQUESTED,
    /** A4. */
    PENDED,
    /** A1, or NA: none is needed. */
    APPROVED,
    /** A2. */
    PARTIAL,
    /** A6. */
    MODIFIED,
    /** A3. */
    DENIED,
    /** C, or a request to cancel. */
    CANCELLED
  }

  /**
   * One service reviewed.
   *
   * @param status HCR01 of the service in words, null where only the event has one
   * @param procedures the code, or both ends of a range
   * @param modifiers with the code
   * @param unitType VISIT, UNIT, HOUR, DAY or as it came
   * @param authorized how many
   * @param effective first day
   * @param expires last day
   * @param servicingProviders NPIs
   * @param number HCR02 of the service
   * @param certification UM02 of the service, null where the event's holds
   * @param requestCategory UM01 of the service, null where the event's holds
   * @param serviceType UM03 of the service, null where the event's holds
   */
  public record Line(
      Status status,
      List<String> procedures,
      List<String> modifiers,
      String unitType,
      BigDecimal authorized,
      LocalDate effective,
      LocalDate expires,
      List<String> servicingProviders,
      String number,
      String certification,
      String requestCategory,
      String serviceType) {
    /** Missing lists are empty. */
    public Line {
      procedures = procedures == null ? List.of() : List.copyOf(procedures);
      modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
      servicingProviders = servicingProviders == null ? List.of() : List.copyOf(servicingProviders);
    }
  }

  @Override
  public String kind() {
    return response ? "authorization-response" : "authorization-request";
  }

  /** The id and status only. */
  @Override
  public String toString() {
    return "Authorization " + authorizationId + " " + status;
  }
}
