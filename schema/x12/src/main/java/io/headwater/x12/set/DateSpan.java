package io.headwater.x12.set;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Days as X12 writes them: D8, RD8 and the like. */
record DateSpan(LocalDate first, LocalDate last) {
  static final DateSpan NONE = new DateSpan(null, null);

  /** A day or a range; throws where it is neither. */
  static DateSpan parse(String value) {
    var dash = value.indexOf('-');
    if (dash < 0) {
      return new DateSpan(day(value), null);
    }
    return new DateSpan(day(value.substring(0, dash)), day(value.substring(dash + 1)));
  }

  /** CCYYMMDD, with a time after it or not, or YYMMDD. */
  static LocalDate day(String value) {
    var digits = value.strip();
    if (digits.length() == 6) {
      digits = "20" + digits;
    }
    if (digits.length() < 8 || !digits.chars().allMatch(Character::isDigit)) {
      throw new DateTimeException("not a date");
    }
    return LocalDate.of(
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        Integer.parseInt(digits.substring(6, 8)));
  }

  /** A day and HHMM, HHMMSS or finer; midnight where the time is missing or none. */
  static LocalDateTime moment(LocalDate day, String time) {
    if (day == null) {
      return null;
    }
    if (time == null || time.length() < 4 || !time.chars().allMatch(Character::isDigit)) {
      return day.atStartOfDay();
    }
    var hour = Integer.parseInt(time.substring(0, 2));
    var minute = Integer.parseInt(time.substring(2, 4));
    return hour > 23 || minute > 59 ? day.atStartOfDay() : day.atTime(LocalTime.of(hour, minute));
  }
}
