package io.headwater.x12;

import java.util.List;

/**
 * What became of a transaction set. Its records were told before this was known: where it is
 * quarantined, none of them counts.
 *
 * @param header its ST
 * @param status whole or not at all
 * @param records how many were told
 * @param segments ST and SE included
 * @param errors why it is quarantined
 * @param warnings faults it was read in spite of
 */
public record TransactionResult(
    TransactionHeader header,
    Status status,
    int records,
    int segments,
    List<X12Error> errors,
    List<X12Warning> warnings) {

  /** A transaction set is taken whole or kept aside whole. */
  public enum Status {
    /** Every record of it counts. */
    ACCEPTED,
    /** None does. */
    QUARANTINED
  }
}
