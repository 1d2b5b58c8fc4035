package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.record.Authorization.Line;
import io.headwater.x12.record.Authorization.Status;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A patient event (HL EV) or a service (HL SS) of a 278, while it is read. */
final class ServiceDraft {
  private final TransactionReading reading;
  final Segment hl;
  final List<String> diagnoses = new ArrayList<>();
  final List<String> providers = new ArrayList<>();
  Segment um;
  Segment hcr;
  String trace;
  String number;
  LocalDate issued;
  private final List<String> procedures = new ArrayList<>();
  private final List<String> modifiers = new ArrayList<>();
  private DateSpan certified = DateSpan.NONE;
  private DateSpan expires = DateSpan.NONE;
  private DateSpan served = DateSpan.NONE;
  private String procedureUnit;
  private BigDecimal procedureUnits;
  private String deliveryUnit;
  private BigDecimal deliveryUnits;

  ServiceDraft(Segment hl, TransactionReading reading) {
    this.hl = hl;
    this.reading = reading;
  }

  void read(Segment s) {
    switch (s.id()) {
      case "TRN" -> trace = first(trace, s.at(2));
      case "UM" -> um = s;
      case "HCR" -> {
        hcr = s;
        number = first(s.at(2), number);
      }
      case "REF" -> {
        if (s.is(1, "BB")) {
          number = first(number, s.at(2));
        }
      }
      case "DTP" -> date(s);
      case "HI" -> diagnoses(s);
      case "NM1" -> {
        var npi = Elements.npi(s);
        if (npi != null) {
          providers.add(npi);
        }
      }
      case "SV1" -> procedure(s, 1, 3, 4);
      case "SV2" -> procedure(s, 2, 4, 5);
      case "SV3" -> procedure(s, 1, 5, 6);
      case "HSD" -> {
        deliveryUnit = s.at(1);
        deliveryUnits = reading.number(s, 2);
      }
      default -> {}
    }
  }

  private void date(Segment s) {
    switch (Objects.requireNonNullElse(s.at(1), "")) {
      case "102" -> issued = reading.span(s, 3).first();
      case "007" -> certified = reading.span(s, 3);
      case "036" -> expires = reading.span(s, 3);
      case "472", "AAH", "435" -> served = served.first() == null ? reading.span(s, 3) : served;
      default -> {}
    }
  }

  private void diagnoses(Segment s) {
    for (var element = 1; element <= s.size(); element++) {
      if (s.at(element, 2) != null) {
        diagnoses.add(s.at(element, 2));
      }
    }
  }

  private void procedure(Segment s, int composite, int unit, int units) {
    if (s.at(composite, 2) != null) {
      procedures.add(s.at(composite, 2));
    }
    if (s.at(composite, 8) != null) {
      procedures.add(s.at(composite, 8));
    }
    modifiers.addAll(Elements.modifiers(s, composite));
    procedureUnit = s.id().equals("SV3") ? null : s.at(unit);
    procedureUnits = reading.number(s, units);
  }

  LocalDate effective() {
    return first(certified.first(), served.first());
  }

  LocalDate expires() {
    return first(first(expires.first(), certified.last()), served.last());
  }

  boolean saysQuantity() {
    return deliveryUnits != null || procedureUnits != null || !procedures.isEmpty();
  }

  String action() {
    return hcr == null ? null : hcr.at(1);
  }

  /** As a line of the authorization; what it leaves out it takes from the event. */
  Line line(ServiceDraft event) {
    return new Line(
        status(action()),
        List.copyOf(procedures),
        List.copyOf(modifiers),
        unit(deliveryUnits != null ? deliveryUnit : procedureUnit),
        first(deliveryUnits, procedureUnits),
        first(effective(), event.effective()),
        first(expires(), event.expires()),
        List.copyOf(providers),
        first(number, event.number),
        said(event, 2),
        said(event, 1),
        said(event, 3));
  }

  /** An element of the UM of a service that has one beside its event's. */
  private String said(ServiceDraft event, int element) {
    return um == null || um == event.um || event.um == null ? null : um.at(element);
  }

  /** HCR01 in words, null where there is none. */
  static Status status(String action) {
    return switch (Objects.requireNonNullElse(action, "")) {
      case "" -> null;
      case "A1", "NA" -> Status.APPROVED;
      case "A2" -> Status.PARTIAL;
      case "A3" -> Status.DENIED;
      case "A4" -> Status.PENDED;
      case "A6" -> Status.MODIFIED;
      case "C" -> Status.CANCELLED;
      default -> Status.REQUESTED;
    };
  }

  private static String unit(String code) {
    return switch (Objects.requireNonNullElse(code, "")) {
      case "" -> null;
      case "VS" -> "VISIT";
      case "UN", "FL" -> "UNIT";
      case "HS" -> "HOUR";
      case "DY", "DA" -> "DAY";
      default -> code;
    };
  }
}
