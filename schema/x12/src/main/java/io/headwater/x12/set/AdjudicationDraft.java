package io.headwater.x12.set;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.ClaimLine.Adjudication;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What another payer did with a line of an 837P (loop 2430), while it is read. */
final class AdjudicationDraft {
  private final TransactionReading reading;
  private final Segment svd;
  private final BigDecimal paid;
  private final BigDecimal units;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private LocalDate adjudicatedOn;

  AdjudicationDraft(Segment svd, TransactionReading reading) {
    this.reading = reading;
    this.svd = svd;
    this.paid = reading.number(svd, 2);
    this.units = reading.number(svd, 5);
  }

  void adjusted(Segment cas) {
    adjustments.addAll(Elements.adjustments(cas, reading));
  }

  void dated(Segment dtp) {
    adjudicatedOn = reading.looseDay(dtp, 3);
  }

  Adjudication adjudication() {
    return new Adjudication(
        svd.at(1),
        paid,
        Elements.procedure(svd, 3),
        Elements.modifiers(svd, 3),
        units,
        svd.at(6),
        adjudicatedOn,
        adjustments);
  }
}
