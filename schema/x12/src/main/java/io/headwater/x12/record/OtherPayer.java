package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Another payer on the claim (loops 2320 and 2330). What it did with the lines stands in {@link
 * ClaimLine#adjudications} too.
 *
 * @param rank SBR01: P, S, T
 * @param payerId NM109 of 2330B
 * @param payerName NM103 of 2330B
 * @param memberId NM109 of 2330A
 * @param subscriberName NM1 IL of 2330A
 * @param relationship SBR02: 18 where the patient is the subscriber of the claim's payer
 * @param groupNumber SBR03
 * @param filingIndicator SBR09
 * @param claimReference REF F8 of 2330B, that payer's own number of the claim
 * @param paid AMT D, dollars
 * @param paidOn DTP 573 of 2330B, else the first that its lines give
 * @param adjustments CAS of the claim, then of its lines
 */
public record OtherPayer(
    String rank,
    String payerId,
    String payerName,
    String memberId,
    PersonName subscriberName,
    String relationship,
    String groupNumber,
    String filingIndicator,
    String claimReference,
    BigDecimal paid,
    LocalDate paidOn,
    List<Adjustment> adjustments) {
  /** A missing list is empty. */
  public OtherPayer {
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
  }

  /** No name. */
  @Override
  public String toString() {
    return "OtherPayer " + payerId;
  }
}
