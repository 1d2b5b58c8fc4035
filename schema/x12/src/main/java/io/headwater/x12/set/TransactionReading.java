package io.headwater.x12.set;

import io.headwater.x12.Fault;
import io.headwater.x12.ReadRecord;
import io.headwater.x12.TransactionHeader;
import io.headwater.x12.X12Error;
import io.headwater.x12.record.X12Record;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One transaction set while it is read: where one is, what was found wrong, and typed elements. */
public final class TransactionReading {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,10})?|\\.\\d{1,10})");
  private static final int MOST_ERRORS = 50;

  private final TransactionHeader header;
  private final long first;
  private final Consumer<ReadRecord> sink;
  private final Consumer<String> warnings;
  private final List<X12Error> errors = new ArrayList<>();
  private int records;

  /**
   * Begins a transaction set.
   *
   * @param header its ST
   * @param first ordinal of ST within the file
   * @param sink hears records
   * @param warnings hears faults that are tolerated
   */
  public TransactionReading(
      TransactionHeader header, long first, Consumer<ReadRecord> sink, Consumer<String> warnings) {
    this.header = header;
    this.first = first;
    this.sink = sink;
    this.warnings = warnings;
  }

  /** Its ST. */
  public TransactionHeader header() {
    return header;
  }

  /** What was found wrong so far. */
  public List<X12Error> errors() {
    return errors;
  }

  /** How many records were told. */
  public int records() {
    return records;
  }

  /** A segment's ordinal within the set, ST being 1. */
  public int position(Segment segment) {
    return (int) (segment.ordinal() - first + 1);
  }

  /** Tells a record that begins at a position. */
  void tell(int position, X12Record record) {
    records++;
    sink.accept(
        new ReadRecord(
            record.kind(), header.interchange().ordinal(), header.ordinal(), position, record));
  }

  /** Notes a fault that was read in spite of. */
  void tolerate(Segment segment, String message) {
    warnings.accept(segment.id() + " at segment " + position(segment) + ": " + message);
  }

  /** Notes a fault that quarantines the set. */
  public void error(Segment segment, Integer element, Fault fault, String message) {
    error(segment.id(), position(segment), element, fault, message);
  }

  /** Notes a fault at a position. */
  public void error(String segment, int position, Integer element, Fault fault, String message) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new X12Error(segment, position, element, fault, message));
    }
  }

  /** An element that must be there. */
  String required(Segment segment, int element) {
    var value = segment.at(element);
    if (value == null) {
      error(segment, element, Fault.MISSING_ELEMENT, name(segment, element) + " is missing");
    }
    return value;
  }

  /** A component that must be there. */
  String requiredComponent(Segment segment, int element, int component) {
    var value = segment.at(element, component);
    if (value == null) {
      error(
          segment,
          element,
          Fault.MISSING_ELEMENT,
          name(segment, element) + "-" + component + " is missing");
    }
    return value;
  }

  /** A number, or null where absent. */
  BigDecimal number(Segment segment, int element) {
    var value = segment.at(element);
    if (value == null) {
      return null;
    }
    if (!DECIMAL.matcher(value).matches()) {
      error(segment, element, Fault.INVALID_NUMBER, name(segment, element) + " is not a number");
      return null;
    }
    return new BigDecimal(value);
  }

  /** A number that must be there. */
  BigDecimal requiredNumber(Segment segment, int element) {
    required(segment, element);
    return number(segment, element);
  }

  /** A day, or null where absent or all zeros. */
  LocalDate day(Segment segment, int element) {
    return span(segment, element).first();
  }

  /** A day or range, empty where absent or all zeros. */
  DateSpan span(Segment segment, int element) {
    var value = segment.at(element);
    if (value == null) {
      return DateSpan.NONE;
    }
    if (value.chars().allMatch(c -> c == '0')) {
      tolerate(segment, "the date is all zeros and was left out");
      return DateSpan.NONE;
    }
    try {
      return DateSpan.parse(value);
    } catch (DateTimeException e) {
      error(segment, element, Fault.INVALID_DATE, name(segment, element) + " is not a date");
      return DateSpan.NONE;
    }
  }

  /** BHT01, which says again what the set is for; another code changes nothing that is read. */
  void purpose(Segment bht, String code) {
    if (!bht.is(1, code)) {
      tolerate(bht, "BHT01 is not " + code);
    }
  }

  /** A day that nothing is decided by: one that is none is left out and told. */
  LocalDate looseDay(Segment segment, int element) {
    try {
      return segment.at(element) == null ? null : DateSpan.day(segment.at(element));
    } catch (DateTimeException e) {
      tolerate(segment, name(segment, element) + " is not a date and was left out");
      return null;
    }
  }

  /** Whether an element, if there, is one of these codes; an error otherwise. */
  void oneOf(Segment segment, int element, String... codes) {
    var value = segment.at(element);
    if (value != null && !List.of(codes).contains(value)) {
      error(
          segment,
          element,
          Fault.INVALID_CODE,
          name(segment, element) + " is none of " + String.join(", ", codes));
    }
  }

  private static String name(Segment segment, int element) {
    return segment.id() + (element < 10 ? "0" : "") + element;
  }
}
