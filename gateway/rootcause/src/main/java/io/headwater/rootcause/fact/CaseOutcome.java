package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What came of working a denied claim, as somebody confirmed it.
 *
 * @param type what it says, as in the bulk record {@code outcome}
 * @param payerId the payer that had denied
 * @param reason the payer's reason (CARC, or the claim status of a rejection)
 * @param cause the code of the cause that was found, or that the action was about
 * @param named the code of the cause that the answer had named, where another was found
 * @param action the action taken
 * @param amount dollars that came of it
 * @param by who says so
 */
public record CaseOutcome(
    String outcomeId,
    String controlNumber,
    Instant at,
    String type,
    String payerId,
    String reason,
    String cause,
    String named,
    String action,
    BigDecimal amount,
    String by,
    String note) {

  /** Names nobody: notes do not print. */
  @Override
  public String toString() {
    return "CaseOutcome";
  }
}
