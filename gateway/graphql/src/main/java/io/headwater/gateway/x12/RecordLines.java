package io.headwater.gateway.x12;

import io.headwater.gateway.x12.FileResource.Status;
import io.headwater.x12.ReadRecord;
import io.headwater.x12.TransactionHeader;
import io.headwater.x12.TransactionResult;
import io.headwater.x12.X12Listener;
import io.headwater.x12.X12Reader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was read from a kept file, one record a line in file order. Some records are told late: a
 * payment, which stands first, when its set has ended. A first pass finds those, a second writes.
 */
final class RecordLines {

  private final FileResource file;
  private final X12Reader.Source content;
  private final ReadForms forms = new ReadForms();

  /** Records told later than they stand, by their transaction set. */
  private final Map<Place, Deque<ReadRecord>> late = new HashMap<>();

  private record Place(int interchange, int transaction) {}

  RecordLines(FileResource file, X12Reader.Source content) {
    this.file = file;
    this.content = content;
  }

  /** Writes the lines. */
  void write(OutputStream out) throws IOException {
    pass(new Finding());
    pass(new Writing(out));
  }

  private void pass(X12Listener listener) throws IOException {
    try (var in = content.open()) {
      X12Reader.read(in, listener);
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private boolean counts(ReadRecord read) {
    return read.transaction() == 0
        || file.interchanges()
                .get(read.interchange() - 1)
                .transactions()
                .get(read.transaction() - 1)
                .status()
            == Status.ACCEPTED;
  }

  private static Place place(ReadRecord read) {
    return new Place(read.interchange(), read.transaction());
  }

  /** The first pass. */
  private final class Finding implements X12Listener {
    private int furthest;

    @Override
    public void transactionStart(TransactionHeader header) {
      furthest = 0;
    }

    @Override
    public void record(ReadRecord read) {
      if (read.transaction() == 0 || !counts(read)) {
        return;
      }
      if (read.segment() < furthest) {
        late.computeIfAbsent(place(read), _ -> new ArrayDeque<>()).add(read);
      }
      furthest = Math.max(furthest, read.segment());
    }
  }

  /** The second pass. */
  private final class Writing implements X12Listener {
    private final OutputStream out;
    private Deque<ReadRecord> waiting = new ArrayDeque<>();
    private int furthest;

    Writing(OutputStream out) {
      this.out = out;
    }

    @Override
    public void transactionStart(TransactionHeader header) {
      furthest = 0;
      var here = new Place(header.interchange().ordinal(), header.ordinal());
      waiting =
          late.getOrDefault(here, new ArrayDeque<>()).stream()
              .sorted(Comparator.comparingInt(ReadRecord::segment))
              .collect(Collectors.toCollection(ArrayDeque::new));
    }

    @Override
    public void record(ReadRecord read) {
      if (!counts(read)) {
        return;
      }
      if (read.transaction() > 0 && read.segment() < furthest) {
        return; // written where it stands
      }
      while (!waiting.isEmpty() && waiting.peek().segment() < read.segment()) {
        line(waiting.remove());
      }
      furthest = Math.max(furthest, read.segment());
      line(read);
    }

    @Override
    public void transactionEnd(TransactionResult result) {
      waiting.forEach(this::line);
      waiting.clear();
    }

    private void line(ReadRecord read) {
      try {
        out.write(forms.json().writeValueAsBytes(forms.line(read)));
        out.write('\n');
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
