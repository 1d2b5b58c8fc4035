package io.headwater.vocabulary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One reason for which a payer paid less than was charged (X12 835 CAS).
 *
 * @param group who bears it: CO, PR, OA, PI (CAS01)
 * @param reason the claim adjustment reason code (CARC)
 * @param amount dollars, exact; negative in a reversal
 */
public record Adjustment(String group, String reason, BigDecimal amount) {

  /** Reasons that explain a reduction and never a denial. */
  private static final Set<String> REDUCTIONS =
      Set.of(
          "45", "253", "23", "94", "131", "133", "144", "223", "237", "59", "122", "246", "249",
          "44", "104", "105");

  /** Reasons by which a patient's share is stated. */
  private static final Set<String> COST_SHARE = Set.of("1", "2", "3", "66", "241", "247", "248");

  /** Whether this adjustment, in a line that was not paid, denies the line. */
  public boolean denies() {
    return amount != null
        && amount.signum() > 0
        && !REDUCTIONS.contains(reason)
        && !("PR".equals(group) && COST_SHARE.contains(reason));
  }

  /** Whether this is the patient's deductible, coinsurance or copay. */
  public boolean costShare() {
    return "PR".equals(group) && COST_SHARE.contains(reason);
  }

  /**
   * Whether a line with these adjustments and this payment stands denied, in whole or for a part.
   */
  public static boolean denied(BigDecimal paid, List<Adjustment> adjustments) {
    return paid.signum() <= 0 && adjustments.stream().anyMatch(Adjustment::denies);
  }
}
