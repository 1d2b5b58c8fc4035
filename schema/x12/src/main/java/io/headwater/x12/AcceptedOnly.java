package io.headwater.x12;

import java.util.BitSet;

/**
 * Learns in a first pass which transaction sets count, and in a second lets only their records
 * through.
 */
final class AcceptedOnly implements X12Listener {
  private final X12Listener listener;
  private final BitSet accepted = new BitSet();
  private int known;
  private int current;

  AcceptedOnly(X12Listener listener) {
    this.listener = listener;
  }

  X12Listener learning() {
    return new X12Listener() {
      @Override
      public void transactionEnd(TransactionResult result) {
        accepted.set(known++, result.status() == TransactionResult.Status.ACCEPTED);
      }
    };
  }

  @Override
  public void interchange(Interchange interchange) {
    listener.interchange(interchange);
  }

  @Override
  public void group(Interchange interchange, FunctionalGroup group) {
    listener.group(interchange, group);
  }

  @Override
  public void transactionStart(TransactionHeader header) {
    listener.transactionStart(header);
  }

  @Override
  public void record(ReadRecord read) {
    if (read.transaction() == 0 || accepted.get(current)) {
      listener.record(read);
    }
  }

  @Override
  public void transactionEnd(TransactionResult result) {
    current++;
    listener.transactionEnd(result);
  }

  @Override
  public void warning(X12Warning warning) {
    listener.warning(warning);
  }

  @Override
  public void unreadable(X12Warning reason) {
    listener.unreadable(reason);
  }

  @Override
  public void fileEnd(FileSummary summary) {
    listener.fileEnd(summary);
  }
}
