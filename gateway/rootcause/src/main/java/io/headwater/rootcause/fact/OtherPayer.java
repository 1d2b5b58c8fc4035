package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Another payer of the claim and what it did (X12 837P 2320, 2330, 2430). */
public record OtherPayer(
    String rank,
    String payerId,
    String payerName,
    String memberId,
    BigDecimal paid,
    LocalDate paidOn,
    List<CasAdjustment> adjustments) {
  /** Missing lists are empty. */
  public OtherPayer {
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
  }
}
