package io.headwater.x12;

import io.headwater.x12.set.InterchangeAcknowledgments;
import io.headwater.x12.set.SetReader;
import io.headwater.x12.set.SetReaders;
import io.headwater.x12.set.TransactionReading;
import io.headwater.x12.token.Finding;
import io.headwater.x12.token.Segment;
import io.headwater.x12.token.SegmentScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One file while it is read: which interchange, group and transaction set is open, and what closes
 * them.
 */
final class FileReading {
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]{1,2}");

  private static final int MOST_NUMBERS = 100_000;

  private final X12Listener listener;
  private final SegmentScanner scanner;
  private final List<X12Warning> ofTransaction = new ArrayList<>();
  private final Set<String> numbers = new HashSet<>();
  private Interchange interchange;
  private Interchange ended;
  private FunctionalGroup group;
  private Transaction transaction;
  private long isa;
  private int interchanges;
  private int groups;
  private int transactions;
  private int inGroup;
  private int ta1s;
  private int allTransactions;
  private int accepted;
  private long records;
  private long segments;

  FileReading(InputStream in, X12Listener listener) {
    this.listener = listener;
    this.scanner = new SegmentScanner(in, this::found);
  }

  private record Transaction(TransactionReading reading, Segment st, Optional<SetReader> reader) {}

  FileSummary read() throws IOException {
    for (var segment = scanner.next(); segment != null; segment = scanner.next()) {
      segments++;
      switch (segment.id()) {
        case "ISA" -> beginInterchange(segment);
        case "GS" -> beginGroup(segment);
        case "ST" -> beginTransaction(segment);
        case "SE" -> endTransaction(segment);
        case "GE" -> endGroup(segment);
        case "IEA" -> endInterchange(segment);
        case "TA1" -> acknowledgment(segment);
        default -> body(segment);
      }
    }
    if (!scanner.foundInterchange()) {
      throw new NotX12Exception("no ISA segment was found");
    }
    closeInterchange("the file ends");
    var summary =
        new FileSummary(
            interchanges, allTransactions, accepted, allTransactions - accepted, records, segments);
    listener.fileEnd(summary);
    return summary;
  }

  private void beginInterchange(Segment s) {
    closeInterchange("another ISA follows");
    isa = s.ordinal();
    groups = 0;
    transactions = 0;
    ta1s = 0;
    interchange =
        new Interchange(
            ++interchanges,
            s.at(13),
            s.at(5),
            s.at(6),
            s.at(7),
            s.at(8),
            InterchangeAcknowledgments.day(s.at(9)),
            s.at(12),
            s.at(15));
    listener.interchange(interchange);
    if (numbers.size() < MOST_NUMBERS && !numbers.add(s.at(6) + " " + s.at(13))) {
      warn("ISA13 is that of an interchange before it");
    }
  }

  /** What follows IEA without another ISA still stands in the interchange that IEA ended. */
  private void reopen(String name) {
    if (interchange == null && ended != null) {
      interchange = ended;
      warn(name + " stands after IEA");
    }
  }

  private void beginGroup(Segment s) {
    reopen("GS");
    closeGroup("another GS follows");
    inGroup = 0;
    group = new FunctionalGroup(++groups, s.at(1), s.at(2), s.at(3), s.at(6), s.at(8));
    listener.group(interchange, group);
  }

  private void beginTransaction(Segment s) {
    reopen("ST");
    closeTransaction("another ST follows");
    if (group == null) {
      warn("ST stands outside a functional group");
    }
    allTransactions++;
    inGroup++;
    var version = s.at(3) != null ? s.at(3) : group == null ? null : group.version();
    var header =
        new TransactionHeader(
            interchange, Optional.ofNullable(group), ++transactions, s.at(1), s.at(2), version);
    var reading = new TransactionReading(header, s.ordinal(), this::told, this::warn);
    var reader = SetReaders.of(header.set(), version, reading);
    transaction = new Transaction(reading, s, reader);
    listener.transactionStart(header);
    if (reader.isEmpty()) {
      reading.error(
          s,
          s.at(3) == null ? 1 : 3,
          Fault.UNSUPPORTED_VERSION,
          "not a transaction this platform reads: "
              + header.set()
              + (version == null ? " without a version" : " version " + version));
    }
    if (s.at(2) == null) {
      reading.error(s, 2, Fault.MISSING_ELEMENT, "ST02 is missing");
    }
  }

  private void body(Segment s) {
    if (transaction == null) {
      warn(
          NAME.matcher(s.id()).matches()
              ? "segment " + s.id() + " outside a transaction set was passed over"
              : "text outside a transaction set was passed over");
      return;
    }
    if (transaction.reader.isEmpty()) {
      return;
    }
    if (!NAME.matcher(s.id()).matches()) {
      transaction.reading.error(
          "?", transaction.reading.position(s), null, Fault.INVALID_SEGMENT, "not a segment name");
    } else if (s.terminated()) {
      transaction.reader.get().read(s);
    }
  }

  private void endTransaction(Segment s) {
    if (transaction == null) {
      warn("SE outside a transaction set was passed over");
      return;
    }
    var reading = transaction.reading;
    var counted = reading.position(s);
    if (!Numbers.same(s.at(1), String.valueOf(counted))) {
      warn("SE01 counts " + Numbers.shown(s.at(1)) + " segments, there are " + counted);
    }
    if (!Numbers.same(s.at(2), transaction.st.at(2))) {
      reading.error(s, 2, Fault.CONTROL_NUMBER_MISMATCH, "SE02 is not ST02");
    }
    transaction.reader.ifPresent(SetReader::end);
    finishTransaction(counted);
  }

  private void endGroup(Segment s) {
    closeTransaction("GE follows");
    if (group == null) {
      warn("GE outside a functional group was passed over");
      return;
    }
    if (!Numbers.same(s.at(1), String.valueOf(inGroup))) {
      warn("GE01 counts " + Numbers.shown(s.at(1)) + " transaction sets, there are " + inGroup);
    }
    if (!Numbers.same(s.at(2), group.controlNumber())) {
      warn("GE02 is not GS06");
    }
    group = null;
  }

  private void endInterchange(Segment s) {
    closeGroup("IEA follows");
    if (!Numbers.same(s.at(1), String.valueOf(groups))) {
      warn("IEA01 counts " + Numbers.shown(s.at(1)) + " functional groups, there are " + groups);
    }
    if (!Numbers.same(s.at(2), interchange.controlNumber())) {
      warn("IEA02 is not ISA13");
    }
    if (!s.terminated()) {
      warn("the last segment lacks its terminator");
    }
    if (transactions == 0 && ta1s == 0) {
      warn("the interchange holds no transaction set");
    }
    ended = interchange;
    interchange = null;
  }

  private void acknowledgment(Segment s) {
    if (transaction != null) {
      body(s);
      return;
    }
    ta1s++;
    records++;
    var record = InterchangeAcknowledgments.of(s, interchange.controlNumber(), ta1s);
    listener.record(
        new ReadRecord(
            record.kind(), interchange.ordinal(), 0, (int) (s.ordinal() - isa + 1), record));
  }

  private void closeInterchange(String because) {
    if (interchange != null) {
      closeGroup(because);
      warn("IEA is missing: " + because);
      if (transactions == 0 && ta1s == 0) {
        warn("the interchange holds no transaction set");
      }
      interchange = null;
    }
  }

  private void closeGroup(String because) {
    closeTransaction(because);
    if (group != null) {
      warn("GE is missing: " + because);
      group = null;
    }
  }

  private void closeTransaction(String because) {
    if (transaction != null) {
      var last = (int) (scanner.ordinal() - transaction.st.ordinal() + 1);
      transaction.reading.error(
          "SE", last, null, Fault.TRUNCATED, "the transaction set ends without SE: " + because);
      finishTransaction(last);
    }
  }

  private void finishTransaction(int count) {
    var reading = transaction.reading;
    var good = reading.errors().isEmpty();
    accepted += good ? 1 : 0;
    transaction = null;
    listener.transactionEnd(
        new TransactionResult(
            reading.header(),
            good ? TransactionResult.Status.ACCEPTED : TransactionResult.Status.QUARANTINED,
            reading.records(),
            count,
            List.copyOf(reading.errors()),
            List.copyOf(ofTransaction)));
    ofTransaction.clear();
  }

  private void told(ReadRecord record) {
    records++;
    listener.record(record);
  }

  private void found(Finding finding) {
    switch (finding.kind()) {
      case TOLERATED -> warn(finding.message());
      case UNREADABLE_INTERCHANGE ->
          listener.unreadable(new X12Warning(interchanges, 0, finding.message()));
      case AMBIGUOUS -> {
        if (transaction == null) {
          warn(finding.message());
        } else {
          var position = (int) (scanner.ordinal() - transaction.st.ordinal() + 2);
          transaction.reading.error(
              "?", position, null, Fault.AMBIGUOUS_DELIMITER, finding.message());
        }
      }
    }
  }

  private void warn(String message) {
    var warning =
        new X12Warning(
            interchanges,
            transaction == null ? 0 : transaction.reading.header().ordinal(),
            message);
    if (transaction != null && ofTransaction.size() < 50) {
      ofTransaction.add(warning);
    }
    listener.warning(warning);
  }
}
