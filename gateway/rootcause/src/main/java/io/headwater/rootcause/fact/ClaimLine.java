package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A billed service (X12 837P 2400). */
public record ClaimLine(
    Integer number,
    String procedure,
    List<String> modifiers,
    BigDecimal charge,
    BigDecimal units,
    List<Integer> diagnosisPointers,
    LocalDate serviceDate,
    String placeOfService,
    String lineControl,
    String renderingNpi,
    String authorizationNumber) {
  /** Missing lists are empty, and so is a code that was left out. */
  public ClaimLine {
    procedure = procedure == null ? "" : procedure;
    modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
    diagnosisPointers = diagnosisPointers == null ? List.of() : List.copyOf(diagnosisPointers);
  }
}
