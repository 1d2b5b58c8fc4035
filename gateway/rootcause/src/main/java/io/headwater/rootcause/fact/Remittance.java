package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment and its explanation (X12 835 BPR, TRN).
 *
 * @param claims how many claim payments it, or the part of it in one file, holds
 * @param claimTotal what those pay together, dollars
 */
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
    Integer claims,
    BigDecimal claimTotal,
    Boolean balanced,
    List<String> failing) {
  /** Missing lists are empty. */
  public Remittance {
    providerAdjustments =
        providerAdjustments == null ? List.of() : List.copyOf(providerAdjustments);
    failing = failing == null ? List.of() : List.copyOf(failing);
  }
}
