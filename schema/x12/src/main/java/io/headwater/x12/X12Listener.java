package io.headwater.x12;

/**
 * Hears a file in the order it is read. Records come before it is known whether their transaction
 * set counts; wait for {@link #transactionEnd}, or validate in a first pass.
 */
public interface X12Listener {
  /** An interchange begins. */
  default void interchange(Interchange interchange) {}

  /** A functional group begins. */
  default void group(Interchange interchange, FunctionalGroup group) {}

  /** A transaction set begins. */
  default void transactionStart(TransactionHeader header) {}

  /** A record was read. A remittance comes after its claim payments. */
  default void record(ReadRecord read) {}

  /** A transaction set ended, and whether it counts. */
  default void transactionEnd(TransactionResult result) {}

  /** A fault outside a transaction set, or inside one, that was read in spite of. */
  default void warning(X12Warning warning) {}

  /** Something outside a transaction set that could not be read, such as an interchange header. */
  default void unreadable(X12Warning reason) {}

  /** The file ended. */
  default void fileEnd(FileSummary summary) {}
}
