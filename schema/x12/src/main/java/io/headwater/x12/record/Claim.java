package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A professional claim (837P, one CLM).
 *
 * @param controlNumber CLM01
 * @param payerId NM109 of 2010BB
 * @param payerName NM103 of 2010BB
 * @param payerRank SBR01: P, S, T
 * @param filingIndicator SBR09
 * @param groupNumber SBR03
 * @param memberId NM109 of 2010BA
 * @param subscriberName name in 2010BA
 * @param relationship SBR02 or PAT01: 18 is the subscriber
 * @param patientId REF EJ of the patient where a sender gives one
 * @param patientName the patient's: 2010CA for a dependent, else the subscriber's
 * @param birthDate the patient's
 * @param sex the patient's
 * @param totalCharge CLM02, dollars
 * @param placeOfService CLM05-1
 * @param frequency CLM05-3: 1 original, 7 replacement, 8 void
 * @param originalReference REF F8
 * @param authorizationNumber REF G1
 * @param referralNumber REF 9F
 * @param clearinghouseId REF D9
 * @param delayReason CLM20
 * @param assurances CLM06 to CLM09
 * @param diagnoses HI, principal first, as they came; {@link Diagnoses#dotted} gives the billers'
 *     form
 * @param billingNpi NM1 85
 * @param billingName NM103 of 2010AA
 * @param billingTaxIdentifier REF EI or SY of 2010AA
 * @param billingTaxQualifier SY where that is a person's social security number, else null
 * @param billingTaxonomy PRV BI
 * @param renderingNpi NM1 82 of 2310B
 * @param renderingTaxonomy PRV PE of 2310B
 * @param supervisingNpi NM1 DQ of 2310D
 * @param referringNpi NM1 DN of 2310A
 * @param facilityNpi NM1 77 of 2310C
 * @param subscriberBirthDate the subscriber's
 * @param subscriberSex the subscriber's
 * @param subscriberAddress the subscriber's
 * @param patientAddress the patient's
 * @param providers billing first, then loops 2310, with name and address
 * @param patientPaid AMT F5, dollars
 * @param notes NTE, each with its kind
 * @param attachments PWK, report type and control number
 * @param otherPayers loops 2320
 * @param transmission control numbers it came under
 * @param submittedOn BHT04
 * @param lines in order
 */
public record Claim(
    String controlNumber,
    String payerId,
    String payerName,
    String payerRank,
    String filingIndicator,
    String groupNumber,
    String memberId,
    PersonName subscriberName,
    String relationship,
    String patientId,
    PersonName patientName,
    LocalDate birthDate,
    String sex,
    BigDecimal totalCharge,
    String placeOfService,
    String frequency,
    String originalReference,
    String authorizationNumber,
    String referralNumber,
    String clearinghouseId,
    String delayReason,
    Assurances assurances,
    List<String> diagnoses,
    String billingNpi,
    String billingName,
    String billingTaxIdentifier,
    String billingTaxQualifier,
    String billingTaxonomy,
    String renderingNpi,
    String renderingTaxonomy,
    String supervisingNpi,
    String referringNpi,
    String facilityNpi,
    LocalDate subscriberBirthDate,
    String subscriberSex,
    Address subscriberAddress,
    Address patientAddress,
    List<ClaimProvider> providers,
    BigDecimal patientPaid,
    List<Note> notes,
    List<Attachment> attachments,
    List<OtherPayer> otherPayers,
    Transmission transmission,
    LocalDate submittedOn,
    List<ClaimLine> lines)
    implements X12Record {

  /** Missing lists are empty. */
  public Claim {
    diagnoses = diagnoses == null ? List.of() : List.copyOf(diagnoses);
    providers = providers == null ? List.of() : List.copyOf(providers);
    notes = notes == null ? List.of() : List.copyOf(notes);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
    otherPayers = otherPayers == null ? List.of() : List.copyOf(otherPayers);
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /**
   * What provider and patient have signed for.
   *
   * @param signatureOnFile CLM06: Y or N
   * @param assignment CLM07: A assigned, B on laboratory services only, C not assigned
   * @param benefitsAssigned CLM08: Y, N or W
   * @param releaseOfInformation CLM09: Y or I
   */
  public record Assurances(
      String signatureOnFile,
      String assignment,
      String benefitsAssigned,
      String releaseOfInformation) {}

  /**
   * Paperwork announced with the claim.
   *
   * @param reportType PWK01
   * @param transmissionCode PWK02
   * @param controlNumber PWK06
   */
  public record Attachment(String reportType, String transmissionCode, String controlNumber) {}

  /**
   * What the biller added in words. It may name a person, so it stays out of logs.
   *
   * @param kind NTE01: ADD, CER, DCP and so on
   * @param text NTE02
   */
  public record Note(String kind, String text) {
    /** No text. */
    @Override
    public String toString() {
      return "Note " + kind;
    }
  }

  @Override
  public String kind() {
    return "claim";
  }

  /** The control number only. */
  @Override
  public String toString() {
    return "Claim " + controlNumber;
  }
}
