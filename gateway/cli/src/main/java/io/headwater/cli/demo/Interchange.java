package io.headwater.cli.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes one X12 interchange, a segment a line, and counts what its trailers have to state. */
final class Interchange {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  private final StringBuilder text;
  private final int control;
  private int group;
  private int transactions;
  private int segments;
  private String transaction = "";

  private Interchange(StringBuilder text, int control) {
    this.text = text;
    this.control = control;
  }

  /**
   * Opens an interchange with one functional group.
   *
   * @param text to which it is appended
   * @param number of the interchange and of its group
   */
  static Interchange open(
      StringBuilder text,
      String sender,
      String receiver,
      Instant at,
      int number,
      String code,
      String version) {
    var interchange = new Interchange(text, 100_000_000 + number);
    String time = at.atZone(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("HHmm"));
    String day = at.atZone(ZoneOffset.UTC).format(DAY);
    interchange.segment(
        "ISA",
        "00",
        " ".repeat(10),
        "00",
        " ".repeat(10),
        "ZZ",
        padded(sender),
        "ZZ",
        padded(receiver),
        day.substring(2),
        time,
        "^",
        "00501",
        String.valueOf(interchange.control),
        "0",
        "P",
        ":");
    interchange.group = number;
    interchange.segment(
        "GS", code, sender, receiver, day, time, String.valueOf(number), "X", version);
    return interchange;
  }

  private static String padded(String id) {
    return id + " ".repeat(15 - id.length());
  }

  void segment(String... elements) {
    text.append(String.join("*", elements)).append("~\n");
    segments++;
  }

  /**
   * Opens a transaction set; the version of the implementation is left out where the guide has it
   * only in GS08.
   */
  void begin(String set, String version) {
    transactions++;
    transaction = String.format(Locale.ROOT, "%04d", transactions);
    segments = 0;
    if (version == null) {
      segment("ST", set, transaction);
    } else {
      segment("ST", set, transaction, version);
    }
  }

  void end() {
    segment("SE", String.valueOf(segments + 1), transaction);
  }

  void close() {
    segment("GE", String.valueOf(transactions), String.valueOf(group));
    segment("IEA", "1", String.valueOf(control));
  }

  static String day(LocalDate day) {
    return day.format(DAY);
  }

  static String amount(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
