package io.headwater.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads X12 as records. A file of any size is read in constant memory: one claim, one payment, one
 * answer at a time. Whatever a file does wrong, each of its transaction sets is told, accepted or
 * quarantined whole.
 */
public final class X12Reader {
  private X12Reader() {}

  /**
   * Reads a stream to its end and leaves it open.
   *
   * @throws NotX12Exception if it holds no interchange
   * @throws IOException if the stream fails
   */
  public static FileSummary read(InputStream in, X12Listener listener) throws IOException {
    return new FileReading(in, listener).read();
  }

  /** Reads a small file whole. */
  public static X12File collect(InputStream in) throws IOException {
    var file = new X12File.Collector();
    read(in, file);
    return file.file();
  }

  /** A first pass that says what a second would accept, holding no record. */
  public static List<TransactionResult> validate(InputStream in) throws IOException {
    var results = new ArrayList<TransactionResult>();
    read(
        in,
        new X12Listener() {
          @Override
          public void transactionEnd(TransactionResult result) {
            results.add(result);
          }
        });
    return results;
  }

  /** Where a file can be read from its beginning, twice. */
  @FunctionalInterface
  public interface Source {
    /** Opens it; the reader closes it. */
    InputStream open() throws IOException;
  }

  /**
   * Reads a file of any size in two passes, so that only records that count are told. Everything
   * else is told as {@link #read} does, once.
   */
  public static FileSummary readAccepted(Source source, X12Listener listener) throws IOException {
    var accepted = new AcceptedOnly(listener);
    try (var first = source.open()) {
      read(first, accepted.learning());
    }
    try (var second = source.open()) {
      return read(second, accepted);
    }
  }
}
