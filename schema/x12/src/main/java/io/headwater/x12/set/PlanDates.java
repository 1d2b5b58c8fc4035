package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.token.Segment;
import java.time.LocalDate;
import java.util.Map;

/**
 * First and last day of coverage out of the several dates of a 271; the plan's own rank before
 * eligibility's.
 */
final class PlanDates {
  private static final Map<String, Integer> BEGINS = Map.of("346", 4, "356", 3, "307", 2, "291", 1);
  private static final Map<String, Integer> ENDS = Map.of("347", 4, "357", 3, "307", 2, "291", 1);

  private LocalDate begin;
  private LocalDate end;
  private int beginRank;
  private int endRank;

  static boolean speaksOf(Segment dtp) {
    return dtp.at(1) != null && (BEGINS.containsKey(dtp.at(1)) || ENDS.containsKey(dtp.at(1)));
  }

  void read(Segment dtp, TransactionReading reading) {
    var span = reading.span(dtp, 3);
    int begins = BEGINS.getOrDefault(dtp.at(1), 0);
    if (begins > beginRank && span.first() != null) {
      begin = span.first();
      beginRank = begins;
    }
    var last = begins == 0 ? first(span.last(), span.first()) : span.last();
    var ends = Math.max(begins, ENDS.getOrDefault(dtp.at(1), 0));
    if (ends > endRank && last != null) {
      end = last;
      endRank = ends;
    }
  }

  boolean known() {
    return begin != null || end != null;
  }

  LocalDate begin() {
    return begin;
  }

  LocalDate end() {
    return end;
  }
}
