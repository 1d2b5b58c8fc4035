package io.headwater.x12.set;

import io.headwater.x12.Fault;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** The 276: one inquiry a claim asked about. */
final class ClaimStatusInquiries implements SetReader {
  private final TransactionReading reading;
  private boolean begun;
  private LocalDate sentOn;
  private Party payer = new Party();
  private Party provider = new Party();
  private Party subscriber = new Party();
  private Party patient = new Party();
  private Party at = payer;
  private Segment trace;
  private String control;
  private String payerControl;
  private BigDecimal charge;
  private DateSpan served = DateSpan.NONE;

  ClaimStatusInquiries(TransactionReading reading) {
    this.reading = reading;
  }

  @Override
  public void read(Segment s) {
    switch (s.id()) {
      case "BHT" -> {
        reading.purpose(s, "0010");
        begun = true;
        sentOn = reading.day(s, 4);
      }
      case "HL" -> {
        finish();
        level(Objects.requireNonNullElse(reading.required(s, 3), ""));
      }
      case "NM1" -> {
        reading.oneOf(s, 2, "1", "2");
        at.named(s);
      }
      case "TRN" -> {
        finish();
        trace = s;
        reading.required(s, 2);
      }
      case "REF" -> {
        if (s.is(1, "EJ")) {
          control = s.at(2);
        } else if (s.is(1, "1K")) {
          payerControl = s.at(2);
        }
      }
      case "AMT" -> {
        if (s.is(1, "T3")) {
          charge = reading.number(s, 2);
        }
      }
      case "DTP" -> {
        if (s.is(1, "472")) {
          served = served.first() == null ? reading.span(s, 3) : served;
        }
      }
      default -> at.read(s, reading);
    }
  }

  private void level(String code) {
    at = new Party();
    switch (code) {
      case "20" -> payer = at;
      case "19" -> provider = at;
      case "22" -> subscriber = patient = at;
      case "23" -> patient = at;
      default -> {}
    }
  }

  @Override
  public void end() {
    finish();
    if (!begun) {
      reading.error("BHT", 2, null, Fault.MISSING_SEGMENT, "BHT is missing");
    }
  }

  private void finish() {
    if (trace != null) {
      reading.tell(
          reading.position(trace),
          new ClaimStatusInquiry(
              trace.at(2),
              control,
              payerControl,
              payer.id,
              payer.lastName(),
              provider.npi,
              provider.name,
              patient == subscriber ? null : subscriber.name,
              patient.name,
              patient.born,
              patient.sex,
              subscriber.id,
              charge,
              served.first(),
              served.last(),
              sentOn));
    }
    trace = null;
    control = null;
    payerControl = null;
    charge = null;
    served = DateSpan.NONE;
  }
}
