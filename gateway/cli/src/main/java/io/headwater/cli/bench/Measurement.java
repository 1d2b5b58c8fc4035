package io.headwater.cli.bench;

import java.util.Locale;

/**
 * One row of the table.
 *
 * @param what was measured
 * @param value in the unit
 * @param unit such as s, MB, ms
 * @param how it was measured, or what it is compared with
 */
record Measurement(String what, double value, String unit, String how) {
  /** The row in Markdown. */
  String row() {
    String number =
        value >= 100
            ? String.format(Locale.ROOT, "%,.0f", value)
            : String.format(Locale.ROOT, "%.2f", value);
    return "| " + what + " | " + number + " " + unit + " | " + how + " |";
  }
}
