package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.Fault;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Acknowledgment.Status;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The 277, as claim acknowledgment (005010X214) and as answer to a 276 (005010X212). One record a
 * claim; one for a whole batch only where the batch is refused.
 */
final class ClaimStatuses implements SetReader {
  private static final Set<String> THROUGH = Set.of("A0", "A1", "A2", "A5");

  private final TransactionReading reading;
  private final boolean acknowledgment;
  private final List<Status> statuses = new ArrayList<>();
  private Segment bht;
  private LocalDate sentOn;
  private String source;
  private String payerId;
  private String level = "";
  private String batch;
  private Segment trace;
  private Segment stc;
  private BigDecimal amount;
  private BigDecimal paid;
  private String control;
  private String payerControl;
  private String clearinghouse;
  private LocalDate served;
  private int lineStatuses = -1;
  private int told;

  ClaimStatuses(TransactionReading reading, boolean acknowledgment) {
    this.reading = reading;
    this.acknowledgment = acknowledgment;
  }

  @Override
  public void read(Segment s) {
    switch (s.id()) {
      case "BHT" -> {
        reading.purpose(s, acknowledgment ? "0085" : "0010");
        bht = s;
        sentOn = reading.day(s, 4);
      }
      case "HL" -> {
        finish();
        level = Objects.requireNonNullElse(reading.required(s, 3), "");
      }
      case "NM1" -> {
        reading.oneOf(s, 2, "1", "2");
        if (level.equals("20")) {
          source = s.at(1);
          payerId = s.at(9);
        }
      }
      case "TRN" -> {
        finish();
        trace = s;
        if (level.equals("21")) {
          batch = s.at(2);
        }
      }
      case "STC" -> status(s);
      case "SVC" -> lineStatuses = statuses.size();
      case "REF" -> reference(s);
      case "DTP" -> {
        if (s.is(1, "472") && lineStatuses < 0) {
          served = reading.span(s, 3).first();
        }
      }
      default -> {}
    }
  }

  private void status(Segment s) {
    if (reading.required(s, 1) == null) {
      return;
    }
    if (stc == null) {
      stc = s;
      amount = reading.number(s, 4);
      paid = reading.number(s, 5);
    }
    var date = reading.day(s, 2);
    for (var element : new int[] {1, 10, 11}) {
      if (s.at(element) != null) {
        statuses.add(
            new Status(
                s.at(element, 1),
                s.at(element, 2),
                s.at(element, 3),
                s.at(3),
                date,
                null,
                s.at(12)));
      }
    }
  }

  private void reference(Segment s) {
    switch (Objects.requireNonNullElse(s.at(1), "")) {
      case "EJ" -> control = s.at(2);
      case "1K" -> payerControl = s.at(2);
      case "D9" -> clearinghouse = s.at(2);
      case "FJ" -> {
        for (var i = lineStatuses; i >= 0 && i < statuses.size(); i++) {
          var of = statuses.get(i);
          statuses.set(
              i,
              new Status(
                  of.category(),
                  of.status(),
                  of.entity(),
                  of.action(),
                  of.date(),
                  s.at(2),
                  of.message()));
        }
      }
      default -> {}
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
    if (stc != null && !statuses.isEmpty()) {
      var ofClaim =
          acknowledgment
              ? level.equals("PT") || level.equals("22") || level.equals("23")
              : !level.equals("20") && !level.equals("21");
      var refused = "U".equals(statuses.getFirst().action()) || !through(statuses.getFirst());
      if (ofClaim && (trace != null || !acknowledgment)) {
        tell(ofClaim);
      } else if (acknowledgment && refused) {
        tell(false);
      }
    }
    trace = null;
    stc = null;
    statuses.clear();
    amount = null;
    paid = null;
    control = null;
    payerControl = null;
    clearinghouse = null;
    served = null;
    lineStatuses = -1;
  }

  private static boolean through(Status status) {
    return status.category() != null && THROUGH.contains(status.category());
  }

  private void tell(boolean ofClaim) {
    var main = statuses.getFirst();
    var traced = trace == null ? null : trace.at(2);
    var number = !ofClaim ? null : acknowledgment ? traced : first(control, traced);
    var type = acknowledgment ? "277CA" : "277";
    told++;
    reading.tell(
        reading.position(trace == null ? stc : trace),
        new Acknowledgment(
            String.join(
                "-",
                type,
                reading.header().interchange().controlNumber(),
                Objects.requireNonNullElse(number, Objects.requireNonNullElse(batch, "")),
                String.valueOf(told)),
            type,
            number,
            acknowledgment ? null : traced,
            batch,
            main.category(),
            main.status(),
            main.entity(),
            main.action(),
            acknowledgment
                ? main.action() == null ? through(main) : main.action().equals("WQ")
                : main.category() != null
                    && !main.category().startsWith("E")
                    && !main.category().equals("D0"),
            amount,
            paid,
            source,
            payerId,
            payerControl,
            clearinghouse,
            first(main.date(), sentOn),
            served,
            null,
            null,
            null,
            null,
            List.copyOf(statuses),
            List.of()));
  }
}
