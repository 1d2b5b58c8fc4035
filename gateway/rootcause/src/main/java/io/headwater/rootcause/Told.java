package io.headwater.rootcause;

import java.time.LocalDate;

/** Days as a statement tells them; one that nobody recorded is told as such. */
final class Told {

  private Told() {}

  /** The day, or that none is on record. */
  static String day(LocalDate day) {
    return day == null ? "a day not on record" : day.toString();
  }

  /** A word of a record, or that it says none. */
  static String word(String word) {
    return word == null ? "(not stated)" : word;
  }

  /** The days from one to another, both included. */
  static String span(LocalDate first, LocalDate last) {
    return "from " + day(first) + " to " + day(last);
  }
}
