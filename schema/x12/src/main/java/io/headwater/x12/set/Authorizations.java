package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.Fault;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.Authorization.Status;
import io.headwater.x12.token.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** The 278, request and response: one authorization a patient event, its services as lines. */
final class Authorizations implements SetReader {
  private final TransactionReading reading;
  private final List<ServiceDraft> services = new ArrayList<>();
  private final List<String> rejects = new ArrayList<>();
  private Segment bht;
  private LocalDate sentOn;
  private Segment first;
  private Party payer = new Party();
  private Party requester = new Party();
  private Party subscriber = new Party();
  private Party patient = new Party();
  private Party at = new Party();
  private ServiceDraft event;
  private ServiceDraft current;
  private boolean told;

  Authorizations(TransactionReading reading) {
    this.reading = reading;
  }

  @Override
  public void read(Segment s) {
    if (s.id().equals("NM1")) {
      reading.oneOf(s, 2, "1", "2");
    }
    switch (s.id()) {
      case "BHT" -> {
        reading.purpose(s, "0007");
        bht = s;
        sentOn = reading.day(s, 4);
      }
      case "HL" -> level(s);
      case "AAA" -> {
        if (s.at(3) != null) {
          rejects.add(s.at(3));
        }
      }
      default -> {
        if (current != null) {
          current.read(s);
        } else if (s.id().equals("NM1")) {
          named(s);
        } else {
          at.read(s, reading);
          flat(s);
        }
      }
    }
  }

  private void named(Segment s) {
    at =
        switch (Objects.requireNonNullElse(s.at(1), "")) {
          case "X3" -> payer;
          case "1P", "FA" -> requester;
          case "IL" -> subscriber;
          case "QC", "03" -> patient;
          default -> new Party();
        };
    at.named(s);
  }

  /** Some senders leave the event's level out; UM or HCR then begins it. */
  private void flat(Segment s) {
    if (List.of("UM", "HCR", "TRN").contains(s.id())) {
      current = event = new ServiceDraft(Elements.first(first, s), reading);
      current.read(s);
    }
  }

  private void level(Segment s) {
    first = Elements.first(first, s);
    switch (Objects.requireNonNullElse(s.at(3), "")) {
      case "20", "21" -> {
        finish();
        at = new Party();
      }
      case "22" -> {
        finish();
        subscriber = new Party();
        patient = subscriber;
        at = subscriber;
      }
      case "23" -> {
        finish();
        patient = new Party();
        at = patient;
      }
      case "EV" -> {
        finish();
        current = event = new ServiceDraft(s, reading);
      }
      case "SS" -> {
        if (event == null) {
          reading.error(
              s, null, Fault.UNEXPECTED_SEGMENT, "a service stands before its patient event");
          return;
        }
        current = new ServiceDraft(s, reading);
        services.add(current);
      }
      case "19" -> finish();
      default ->
          reading.error(s, 3, Fault.INVALID_CODE, "HL03 is none of 19, 20, 21, 22, 23, EV, SS");
    }
  }

  @Override
  public void end() {
    finish();
    if (bht == null) {
      reading.error("BHT", 2, null, Fault.MISSING_SEGMENT, "BHT is missing");
    } else if (!told && !rejects.isEmpty() && first != null) {
      event = new ServiceDraft(first, reading);
      finish();
    }
  }

  private void finish() {
    if (event != null) {
      told = true;
      reading.tell(reading.position(event.hl), authorization());
    }
    event = null;
    current = null;
    services.clear();
  }

  private Authorization authorization() {
    var response = bht != null && !bht.is(2, "13") && !bht.is(2, "01");
    var asked = services.isEmpty() && event.saysQuantity() ? List.of(event) : services;
    var providers = new LinkedHashSet<String>();
    var diagnoses = new LinkedHashSet<>(event.diagnoses);
    services.forEach(s -> providers.addAll(s.providers));
    services.forEach(s -> diagnoses.addAll(s.diagnoses));
    providers.addAll(event.providers);
    var sent = DateSpan.moment(sentOn, bht == null ? null : bht.at(5));
    var um = Elements.first(event.um, services.isEmpty() ? null : services.getFirst().um);
    return new Authorization(
        response,
        Elements.first(
            event.trace,
            services.stream()
                .map(s -> s.trace)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(bht == null ? null : bht.at(3))),
        Elements.first(
            event.number,
            services.stream().map(s -> s.number).filter(Objects::nonNull).findFirst().orElse(null)),
        payer.id,
        payer.lastName(),
        requester.npi,
        requester.name,
        Elements.first(patient.patientId, subscriber.patientId),
        patient == subscriber || patient.name == null ? null : subscriber.name,
        Elements.first(patient.name, subscriber.name),
        Elements.first(patient.born, subscriber.born),
        Elements.first(patient.sex, subscriber.sex),
        subscriber.id,
        status(response, um),
        um == null ? null : um.at(2),
        um == null ? null : um.at(1),
        um == null ? null : um.at(3),
        um == null || um.at(4, 2) != null && !um.at(4, 2).equals("B") ? null : um.at(4, 1),
        response ? null : sent,
        response ? sent : null,
        event.issued,
        List.copyOf(providers),
        asked.stream().map(s -> s.line(event)).toList(),
        List.copyOf(diagnoses),
        Elements.first(
            event.effective(),
            services.stream()
                .map(ServiceDraft::effective)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null)),
        Elements.first(
            event.expires(),
            services.stream()
                .map(ServiceDraft::expires)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null)),
        reason(),
        List.copyOf(rejects));
  }

  private String reason() {
    return services.stream()
        .map(s -> s.hcr)
        .filter(Objects::nonNull)
        .map(s -> s.at(3))
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> java.util.Optional.ofNullable(event.hcr).map(s -> s.at(3)))
        .orElse(null);
  }

  private Status status(boolean response, Segment um) {
    if (!response) {
      return um != null && um.is(2, "3") ? Status.CANCELLED : Status.REQUESTED;
    }
    var decided = ServiceDraft.status(event.action());
    if (decided != null) {
      return decided;
    }
    var ofServices =
        services.stream()
            .map(s -> ServiceDraft.status(s.action()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return switch (ofServices.size()) {
      case 0 -> Status.REQUESTED;
      case 1 -> ofServices.getFirst();
      default -> Status.PARTIAL;
    };
  }
}
