package io.headwater.x12.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A question about coverage (270, one subscriber or dependent).
 *
 * @param inquiryId TRN02 of the subscriber or dependent, else BHT03
 * @param patientId REF EJ
 * @param memberIdSent NM109 of NM1 IL
 * @param payerId NM109 of NM1 PR
 * @param payerName NM103 of NM1 PR
 * @param providerNpi NM109 of NM1 1P
 * @param providerName NM1 1P
 * @param relationship 18 for the subscriber, else the dependent's INS02, null where absent
 * @param subscriberName the subscriber's
 * @param patientName who is asked about
 * @param birthDate DMG02
 * @param sex DMG03
 * @param requestedAt BHT04 and BHT05, local to the sender
 * @param serviceDate DTP 291, first day
 * @param serviceDateEnd last day where a range was sent
 * @param serviceTypes EQ01
 */
public record EligibilityInquiry(
    String inquiryId,
    String patientId,
    String memberIdSent,
    String payerId,
    String payerName,
    String providerNpi,
    PersonName providerName,
    String relationship,
    PersonName subscriberName,
    PersonName patientName,
    LocalDate birthDate,
    String sex,
    LocalDateTime requestedAt,
    LocalDate serviceDate,
    LocalDate serviceDateEnd,
    List<String> serviceTypes)
    implements X12Record {

  /** A missing list is empty. */
  public EligibilityInquiry {
    serviceTypes = serviceTypes == null ? List.of() : List.copyOf(serviceTypes);
  }

  @Override
  public String kind() {
    return "eligibility-inquiry";
  }

  /** The inquiry's id only. */
  @Override
  public String toString() {
    return "EligibilityInquiry " + inquiryId;
  }
}
