package io.headwater.x12.set;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.PaymentLine;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An SVC and what follows it, while it is read. */
final class PaymentLineDraft {
  private final TransactionReading reading;
  private final Segment svc;
  private final int number;
  private final BigDecimal charge;
  private final BigDecimal paid;
  private final BigDecimal units;
  private final BigDecimal submittedUnits;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private DateSpan served = DateSpan.NONE;
  private DateSpan ended = DateSpan.NONE;
  private String control;
  private BigDecimal allowed;

  PaymentLineDraft(Segment svc, int number, TransactionReading reading) {
    this.svc = svc;
    this.number = number;
    this.reading = reading;
    charge = reading.requiredNumber(svc, 2);
    paid = reading.number(svc, 3);
    units = reading.number(svc, 5);
    submittedUnits = reading.number(svc, 7);
  }

  void read(Segment s) {
    switch (s.id()) {
      case "CAS" -> adjustments.addAll(Elements.adjustments(s, reading));
      case "DTM" -> {
        if (s.is(1, "472") || s.is(1, "150")) {
          served = reading.span(s, 2);
        } else if (s.is(1, "151")) {
          ended = reading.span(s, 2);
        }
      }
      case "REF" -> {
        if (s.is(1, "6R")) {
          control = s.at(2);
        }
      }
      case "AMT" -> {
        if (s.is(1, "B6")) {
          allowed = reading.number(s, 2);
        }
      }
      case "LQ" -> {
        if (s.at(2) != null) {
          remarks.add(s.at(2));
        }
      }
      default -> {}
    }
  }

  PaymentLine line() {
    var revenue = Objects.equals(svc.at(1, 1), "NU");
    return new PaymentLine(
        number,
        Elements.procedure(svc, 1),
        Elements.modifiers(svc, 1),
        Elements.procedure(svc, 6),
        revenue ? svc.at(1, 2) : svc.at(4),
        charge,
        paid,
        units,
        submittedUnits,
        served.first(),
        Elements.first(served.last(), ended.first()),
        control,
        adjustments,
        remarks,
        allowed);
  }
}
