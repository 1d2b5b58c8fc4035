package io.headwater.x12.set;

import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.token.Segment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** TA1, which stands between ISA and GS, in no transaction set. */
public final class InterchangeAcknowledgments {
  private InterchangeAcknowledgments() {}

  /** Reads one TA1 of an interchange. */
  public static Acknowledgment of(Segment ta1, String interchange, int ordinal) {
    return new Acknowledgment(
        "TA1-" + interchange + "-" + ta1.at(1) + "-" + ordinal,
        "TA1",
        null,
        null,
        null,
        ta1.at(4),
        ta1.at(5),
        null,
        null,
        ta1.is(4, "A") || ta1.is(4, "E"),
        null,
        null,
        null,
        null,
        null,
        null,
        day(ta1.at(2)),
        null,
        ta1.at(1),
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  /** CCYYMMDD or YYMMDD, null where it is neither. */
  public static LocalDate day(String value) {
    try {
      return value == null ? null : DateSpan.day(value);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
