package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A service line of an 837P (loop 2400).
 *
 * @param number LX01
 * @param procedure SV101-2, as it came
 * @param modifiers SV101-3 to -6
 * @param charge SV102, dollars
 * @param unitType SV103: UN units, MJ minutes
 * @param units SV104
 * @param placeOfService SV105, null where the claim's holds
 * @param diagnosisPointers SV107, as they came (1 is the principal)
 * @param serviceDate DTP 472, first day
 * @param serviceDateEnd last day where a range was sent
 * @param lineControl REF 6R, the key by which the 835 answers
 * @param renderingNpi NM1 82 of loop 2420A
 * @param renderingName NM103 and NM104 of loop 2420A
 * @param renderingTaxonomy PRV PE of loop 2420A
 * @param supervisingNpi NM1 DQ of loop 2420D
 * @param supervisingName NM103 and NM104 of loop 2420D
 * @param authorizationNumber REF G1 of the line
 * @param referralNumber REF 9F of the line
 * @param adjudications what other payers did with the line (loop 2430)
 */
public record ClaimLine(
    String number,
    String procedure,
    List<String> modifiers,
    BigDecimal charge,
    String unitType,
    BigDecimal units,
    String placeOfService,
    List<String> diagnosisPointers,
    LocalDate serviceDate,
    LocalDate serviceDateEnd,
    String lineControl,
    String renderingNpi,
    PersonName renderingName,
    String renderingTaxonomy,
    String supervisingNpi,
    PersonName supervisingName,
    String authorizationNumber,
    String referralNumber,
    List<Adjudication> adjudications) {

  /** Missing lists are empty. */
  public ClaimLine {
    modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
    diagnosisPointers = diagnosisPointers == null ? List.of() : List.copyOf(diagnosisPointers);
    adjudications = adjudications == null ? List.of() : List.copyOf(adjudications);
  }

  /**
   * What another payer did with the line (SVD, CAS, DTP 573).
   *
   * @param payerId SVD01, the payer's NM109 in loop 2330B
   * @param paid SVD02, dollars
   * @param procedure SVD03-2, as that payer adjudicated it
   * @param modifiers SVD03-3 to -6
   * @param units SVD05
   * @param bundledInto SVD06, the number of the line that it was paid with
   * @param adjudicatedOn DTP 573
   * @param adjustments CAS, in order
   */
  public record Adjudication(
      String payerId,
      BigDecimal paid,
      String procedure,
      List<String> modifiers,
      BigDecimal units,
      String bundledInto,
      LocalDate adjudicatedOn,
      List<Adjustment> adjustments) {
    /** Missing lists are empty. */
    public Adjudication {
      modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
      adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
    }
  }
}
