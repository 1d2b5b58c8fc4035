package io.headwater.cli.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The rhythm of the office over eighteen months: eligibility on Sunday, claims on Monday,
 * acknowledgments on Tuesday, remittances on Thursday seventeen days after the claim. Instants are
 * UTC; days are those of the practice (US Central).
 */
record Calendar(LocalDate anchor) {
  private static final int WEEKS = 78;

  /** The first Monday of the eighteen months. */
  LocalDate start() {
    return anchor.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1L);
  }

  int weeks() {
    return WEEKS;
  }

  /** Monday of the week with this number, from 0. */
  LocalDate monday(int week) {
    return start().plusWeeks(week);
  }

  /**
   * The first of January on which contracts and bulletins change: of the year of the anchor, or of
   * the year before where that year has only begun.
   */
  LocalDate newYear() {
    LocalDate january = anchor.withDayOfYear(1);
    return anchor.getMonthValue() < 5 ? january.minusYears(1) : january;
  }

  /** The first of January on which the contracts before that began. */
  LocalDate lastYear() {
    LocalDate before = newYear().minusYears(1);
    LocalDate first = start().withDayOfYear(1);
    return first.isBefore(before) ? first : before;
  }

  /** The Monday on which the visits of that day's week are billed. */
  LocalDate billedOn(LocalDate visit) {
    return visit.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  /** The Thursday on which the payer answers a claim of that Monday. */
  LocalDate remittedOn(LocalDate submitted) {
    return submitted.plusWeeks(2).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
  }

  /** The day of the batch that asks about the visits of Monday to Wednesday. */
  LocalDate batchCheckFor(LocalDate visit) {
    return visit.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
  }

  /** The Friday in the span on which the fortnightly authorization file arrives, or null. */
  LocalDate authorizationDay(LocalDate after, LocalDate before) {
    for (LocalDate day = after.plusDays(1); day.isBefore(before); day = day.plusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.FRIDAY
          && ChronoUnit.WEEKS.between(start(), day) % 2 == 0) {
        return day;
      }
    }
    return null;
  }

  /** The number of the week of a day. */
  int week(LocalDate day) {
    return (int) Math.floorDiv(ChronoUnit.DAYS.between(start(), day), 7L);
  }

  /** The number of the fortnight of an instant; negative before the first. */
  int fortnight(Instant at) {
    return (int)
        Math.floorDiv(
            ChronoUnit.DAYS.between(start(), at.atZone(ZoneOffset.UTC).toLocalDate()), 14L);
  }

  boolean over(Instant at) {
    return !at.isBefore(at(anchor.plusDays(1), "00:00"));
  }

  /** The day, or the next one on which the office is open. */
  LocalDate open(LocalDate day) {
    LocalDate open = day;
    while (closed(open)) {
      open = open.plusDays(1);
    }
    return open;
  }

  /** The day, or the last one before it on which the office was open. */
  LocalDate openBefore(LocalDate day) {
    LocalDate open = day;
    while (closed(open)) {
      open = open.minusDays(1);
    }
    return open;
  }

  private static boolean closed(LocalDate day) {
    int date = day.getMonthValue() * 100 + day.getDayOfMonth();
    return date == 101 || date == 704 || date == 1225 || day.getDayOfWeek().getValue() > 5;
  }

  static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
  }
}
