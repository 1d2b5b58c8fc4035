package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment and its explanation (X12 835 BPR, TRN).
 *
 * @param claimTotal what its claim payments, or those of the part in one file, pay together,
 *     dollars
 * @param fingerprint of those payments: copies of a remittance agree, parts of it do not
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
    BigDecimal claimTotal,
    String fingerprint,
    Boolean balanced,
    List<String> failing) {
  /** Missing lists are empty. */
  public Remittance {
    providerAdjustments =
        providerAdjustments == null ? List.of() : List.copyOf(providerAdjustments);
    failing = failing == null ? List.of() : List.copyOf(failing);
  }
}
