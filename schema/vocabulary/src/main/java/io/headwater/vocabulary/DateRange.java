package io.headwater.vocabulary;

import java.time.LocalDate;

/**
 * A span of inclusive days; a missing bound is open.
 *
 * @param first the first day, or null when open
 * @param last the last day, or null when open
 */
public record DateRange(LocalDate first, LocalDate last) {

  /** Whether the day lies in the span. */
  public boolean contains(LocalDate day) {
    return day != null
        && (first == null || !day.isBefore(first))
        && (last == null || !day.isAfter(last));
  }

  /** Whether the span ended before the day. */
  public boolean endsBefore(LocalDate day) {
    return last != null && last.isBefore(day);
  }

  /** Whether the span begins after the day. */
  public boolean beginsAfter(LocalDate day) {
    return first != null && first.isAfter(day);
  }
}
