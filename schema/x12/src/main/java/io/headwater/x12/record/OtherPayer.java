package io.headwater.x12.record;

import java.math.BigDecimal;
import java.util.List;

/**
 * Another payer on the claim (loops 2320, 2330, 2430).
 *
 * @param rank SBR01: P, S, T
 * @param payerId NM109 of 2330B
 * @param payerName NM103 of 2330B
 * @param memberId NM109 of 2330A
 * @param paid AMT D, dollars
 * @param adjustments CAS of the claim, then of its lines
 */
public record OtherPayer(
    String rank,
    String payerId,
    String payerName,
    String memberId,
    BigDecimal paid,
    List<Adjustment> adjustments) {}
