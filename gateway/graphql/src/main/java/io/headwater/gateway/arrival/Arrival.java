package io.headwater.gateway.arrival;

import io.headwater.x12.TransactionResult;
import java.util.List;
import java.util.UUID;

/**
 * Claims for watched payers that came in at once; their facts are recorded.
 *
 * @param practice whose claims they are
 * @param claims in the order in which they came
 * @param sets the 837 transaction sets that they came in, and those for a watched payer that could
 *     not be read; none for claims that came as records
 */
public record Arrival(UUID practice, List<Claimed> claims, List<TransactionResult> sets) {

  /** Keeps its own lists. */
  public Arrival {
    claims = List.copyOf(claims);
    sets = List.copyOf(sets);
  }

  /**
   * A claim.
   *
   * @param controlNumber CLM01
   * @param payerId to whom it is billed
   * @param sender ISA06, null for a record
   * @param receiver ISA08, null for a record
   * @param batch BHT03, null for a record
   */
  public record Claimed(
      String controlNumber, String payerId, String sender, String receiver, String batch) {}

  /** Whether there is nothing to look at. */
  public boolean empty() {
    return claims.isEmpty() && sets.isEmpty();
  }
}
