package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A claim as sent; every submission of a control number is a version (X12 837P 2300). */
public record Claim(
    String controlNumber,
    String payerId,
    String payerName,
    String payerRank,
    String frequency,
    String originalReference,
    String patientId,
    String memberId,
    PersonName patientName,
    LocalDate birthDate,
    String sex,
    String groupNumber,
    String renderingNpi,
    String renderingTaxonomy,
    String supervisingNpi,
    String billingNpi,
    String billingTaxIdentifier,
    String billingTaxonomy,
    String authorizationNumber,
    String referralNumber,
    String delayReason,
    String placeOfService,
    List<String> diagnoses,
    LocalDate submittedOn,
    BigDecimal totalCharge,
    List<OtherPayer> otherPayers,
    Transmission transmission,
    List<ClaimLine> lines) {
  /** Missing lists are empty. */
  public Claim {
    diagnoses = diagnoses == null ? List.of() : List.copyOf(diagnoses);
    otherPayers = otherPayers == null ? List.of() : List.copyOf(otherPayers);
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** Names nobody: records of people do not print. */
  @Override
  public String toString() {
    return "Claim";
  }
}
