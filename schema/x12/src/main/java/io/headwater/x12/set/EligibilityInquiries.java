package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.Fault;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.token.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The 270. A subscriber or dependent of whom something is asked is one inquiry. */
final class EligibilityInquiries implements SetReader {
  private final TransactionReading reading;
  private Segment bht;
  private LocalDate sentOn;
  private Party payer = new Party();
  private Party provider = new Party();
  private Party subscriber = new Party();
  private Party patient = new Party();
  private Party at = payer;
  private Segment hl;
  private String trace;
  private DateSpan asOf = DateSpan.NONE;
  private String relationship;
  private boolean asked;
  private final List<String> serviceTypes = new ArrayList<>();

  EligibilityInquiries(TransactionReading reading) {
    this.reading = reading;
  }

  @Override
  public void read(Segment s) {
    switch (s.id()) {
      case "BHT" -> {
        reading.purpose(s, "0022");
        bht = s;
        sentOn = reading.day(s, 4);
      }
      case "HL" -> level(s);
      case "NM1" -> {
        reading.oneOf(s, 2, "1", "2");
        at.named(s);
      }
      case "TRN" -> {
        if (hl != null) {
          trace = first(trace, s.at(2));
        }
      }
      case "DTP" -> {
        if (s.is(1, "291") || s.is(1, "472") && asOf.first() == null) {
          asOf = reading.span(s, 3);
        }
      }
      case "INS" -> relationship = s.at(2);
      case "EQ" -> {
        asked = true;
        serviceTypes.addAll(s.repeats(1));
      }
      default -> at.read(s, reading);
    }
  }

  private void level(Segment s) {
    finish();
    switch (Objects.requireNonNullElse(s.at(3), "")) {
      case "20" -> payer = at = new Party();
      case "21" -> provider = at = new Party();
      case "22" -> {
        subscriber = patient = at = new Party();
        hl = s;
      }
      case "23" -> {
        patient = at = new Party();
        hl = s;
      }
      default -> reading.error(s, 3, Fault.INVALID_CODE, "HL03 is none of 20, 21, 22, 23");
    }
  }

  @Override
  public void end() {
    finish();
    if (bht == null) {
      reading.error("BHT", 2, null, Fault.MISSING_SEGMENT, "BHT is missing");
    }
  }

  private void finish() {
    if (hl != null && asked) {
      reading.tell(
          reading.position(hl),
          new EligibilityInquiry(
              first(trace, bht == null ? null : bht.at(3)),
              first(patient.patientId, subscriber.patientId),
              subscriber.id,
              payer.id,
              payer.lastName(),
              provider.npi,
              provider.name,
              patient == subscriber ? "18" : relationship,
              subscriber.name,
              patient.name,
              patient.born,
              patient.sex,
              DateSpan.moment(sentOn, bht == null ? null : bht.at(5)),
              asOf.first(),
              asOf.last(),
              List.copyOf(serviceTypes)));
    }
    hl = null;
    trace = null;
    relationship = null;
    asOf = DateSpan.NONE;
    asked = false;
    serviceTypes.clear();
  }
}
