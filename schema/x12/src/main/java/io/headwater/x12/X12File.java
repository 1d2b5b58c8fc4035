package io.headwater.x12;

import java.util.ArrayList;
import java.util.List;

/**
 * A small file read whole.
 *
 * @param interchanges in order
 * @param transactions every ST, in order, with the records of it; they count only where it is
 *     accepted
 * @param acknowledgments TA1, which stand outside transaction sets
 * @param warnings faults the file was read in spite of
 * @param unreadable what could not be read outside transaction sets
 * @param summary counts
 */
public record X12File(
    List<Interchange> interchanges,
    List<Transaction> transactions,
    List<ReadRecord> acknowledgments,
    List<X12Warning> warnings,
    List<X12Warning> unreadable,
    FileSummary summary) {

  /**
   * One transaction set.
   *
   * @param result what became of it
   * @param records what it says, in file order
   */
  public record Transaction(TransactionResult result, List<ReadRecord> records) {}

  /** Gathers what the reader tells. */
  static final class Collector implements X12Listener {
    private final List<Interchange> interchanges = new ArrayList<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private final List<ReadRecord> acknowledgments = new ArrayList<>();
    private final List<X12Warning> warnings = new ArrayList<>();
    private final List<X12Warning> unreadable = new ArrayList<>();
    private List<ReadRecord> records = new ArrayList<>();
    private FileSummary summary;

    @Override
    public void interchange(Interchange interchange) {
      interchanges.add(interchange);
    }

    @Override
    public void record(ReadRecord read) {
      (read.transaction() == 0 ? acknowledgments : records).add(read);
    }

    @Override
    public void transactionEnd(TransactionResult result) {
      records.sort(java.util.Comparator.comparingInt(ReadRecord::segment));
      transactions.add(new Transaction(result, records));
      records = new ArrayList<>();
    }

    @Override
    public void warning(X12Warning warning) {
      warnings.add(warning);
    }

    @Override
    public void unreadable(X12Warning reason) {
      unreadable.add(reason);
    }

    @Override
    public void fileEnd(FileSummary counts) {
      summary = counts;
    }

    X12File file() {
      return new X12File(
          interchanges, transactions, acknowledgments, warnings, unreadable, summary);
    }
  }
}
