package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A service line as adjudicated (X12 835 2110). */
public record PaymentLine(
    Integer number,
    String procedure,
    List<String> modifiers,
    String submittedProcedure,
    BigDecimal charge,
    BigDecimal paid,
    BigDecimal units,
    LocalDate serviceDate,
    String lineControl,
    List<CasAdjustment> adjustments,
    List<String> remarks,
    BigDecimal allowed) {
  /** Missing lists are empty. */
  public PaymentLine {
    modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
    remarks = remarks == null ? List.of() : List.copyOf(remarks);
  }

  /** The same line with other adjustments. */
  public PaymentLine adjusted(List<CasAdjustment> otherwise) {
    return new PaymentLine(
        number,
        procedure,
        modifiers,
        submittedProcedure,
        charge,
        paid,
        units,
        serviceDate,
        lineControl,
        otherwise,
        remarks,
        allowed);
  }
}
