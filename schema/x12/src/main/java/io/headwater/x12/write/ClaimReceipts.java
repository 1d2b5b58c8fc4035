package io.headwater.x12.write;

import io.headwater.x12.record.PersonName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a payer's front door says of the claims of one 837 (277CA, 005010X214).
 *
 * @param payerName NM103 of NM1 PR
 * @param payerId NM109 of NM1 PR
 * @param submitterName NM103 of NM1 41
 * @param submitterId NM109 of NM1 41
 * @param reference BHT03 and TRN02 of the payer's level
 * @param batch BHT03 of the 837 that is answered, TRN02 of the submitter's level
 * @param receivedOn DTP 050
 * @param processedOn DTP 009 and STC02
 * @param claims a claim each, in the order in which they came
 */
public record ClaimReceipts(
    String payerName,
    String payerId,
    String submitterName,
    String submitterId,
    String reference,
    String batch,
    LocalDate receivedOn,
    LocalDate processedOn,
    List<Receipt> claims) {

  /** Keeps its own list. */
  public ClaimReceipts {
    claims = List.copyOf(claims);
  }

  /**
   * What is said of one claim.
   *
   * @param controlNumber TRN02 of the patient's level (CLM01)
   * @param providerName NM103 of NM1 85
   * @param providerNpi NM109 of NM1 85
   * @param patient NM1 QC
   * @param memberId NM109 of NM1 QC
   * @param charge STC04, dollars
   * @param payerControlNumber REF 1K, null where the claim was turned away
   * @param serviceFrom DTP 472
   * @param serviceTo DTP 472, null where it is one day
   * @param statuses at least one; the first decides whether the claim is taken
   */
  public record Receipt(
      String controlNumber,
      String providerName,
      String providerNpi,
      PersonName patient,
      String memberId,
      BigDecimal charge,
      String payerControlNumber,
      LocalDate serviceFrom,
      LocalDate serviceTo,
      List<Status> statuses) {

    /** Keeps its own list. */
    public Receipt {
      statuses = List.copyOf(statuses);
    }

    /** Whether the claim went into adjudication. */
    public boolean taken() {
      return statuses.getFirst().taken();
    }

    /** Control numbers only. */
    @Override
    public String toString() {
      return "Receipt " + controlNumber;
    }
  }

  /**
   * A status.
   *
   * @param category STC01-1: A2 taken, A3, A6, A7 and A8 turned away
   * @param code STC01-2
   * @param entity STC01-3, or null
   */
  public record Status(String category, String code, String entity) {
    boolean taken() {
      return category.equals("A1") || category.equals("A2");
    }
  }
}
