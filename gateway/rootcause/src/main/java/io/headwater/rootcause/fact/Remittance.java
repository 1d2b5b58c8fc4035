package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A payment and its explanation (X12 835 BPR, TRN). */
public record Remittance(
    String remittanceId,
    String traceNumber,
    BigDecimal paymentAmount,
    String creditDebit,
    String method,
    LocalDate paymentDate,
    String payerName,
    String payerId,
    String payeeNpi,
    List<ProviderAdjustment> providerAdjustments,
    Boolean balanced,
    List<String> failing) {
  /** Missing lists are empty. */
  public Remittance {
    providerAdjustments =
        providerAdjustments == null ? List.of() : List.copyOf(providerAdjustments);
    failing = failing == null ? List.of() : List.copyOf(failing);
  }
}
