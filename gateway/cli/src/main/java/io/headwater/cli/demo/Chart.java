package io.headwater.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down what the office holds of each course of treatment: registration, bookings, approvals,
 * checks, notes, payments.
 */
final class Chart {
  private final Practice practice;

  /** The checks that went out in the batch, and came back as a 271. */
  final List<Check> checks = new ArrayList<>();

  /** The approvals that came as a 278. */
  final List<Authorization> approvals = new ArrayList<>();

  /** Every visit that took place, in order. */
  final List<Visit> visits = new ArrayList<>();

  Chart(Practice practice) {
    this.practice = practice;
  }

  void record() {
    for (Episode episode : practice.episodes) {
      register(episode);
      episode.authorizations.forEach(this::approval);
      episode.visits.stream()
          .filter(visit -> !visit.date.isAfter(practice.calendar.anchor()))
          .forEach(visits::add);
    }
    visits.sort(
        Comparator.comparing((Visit visit) -> visit.date)
            .thenComparing(visit -> visit.member.coverageId()));
    var hours = new HashMap<String, Integer>();
    for (Visit visit : visits) {
      int hour = hours.merge(visit.treating.npi() + visit.date, 1, Integer::sum);
      visit.start = LocalTime.of(7, 55).plusMinutes(65L * hour - practice.chance.between(0, 4));
      visit.id = practice.id("ENC");
      book(visit, practice.chance.between(5, 8));
      check(visit);
      note(visit);
      pay(visit);
    }
    for (Episode episode : practice.episodes) {
      episode.visits.stream()
          .filter(visit -> visit.date.isAfter(practice.calendar.anchor()))
          .forEach(visit -> book(visit, practice.chance.between(14, 20)));
    }
  }

  private void register(Episode episode) {
    Visit first = episode.visit(0);
    LocalDate called = first.date.minusDays(9);
    Patient patient = episode.member.patient();
    practice.journal.add(
        Calendar.at(called, "16:00"), "patient", Practice.fields(patient, patient.birthDate()));
    practice.coverage(
        called, "16:05", first.member, "extra", Fields.of("enteredBy", desk(episode)));
  }

  /** Who keyed the coverage; the newest at the desk keys most of what is keyed wrong. */
  private String desk(Episode episode) {
    boolean right = episode.visit(0).member.memberId().equals(episode.member.memberId());
    return !right && practice.chance.percent(70)
        ? "intake-3"
        : practice.chance.pick(List.of("intake-1", "intake-1", "intake-2", "intake-2", "intake-3"));
  }

  private void approval(Authorization approval) {
    if (approval.byX12()) {
      approvals.add(approval);
    } else {
      practice.journal.add(
          Calendar.at(approval.decided(), "16:00"), "authorization", fields(approval));
    }
  }

  static Map<String, Object> fields(Authorization approval) {
    return Fields.of(
        "authorizationId",
        approval.id(),
        "number",
        approval.number(),
        "payerId",
        approval.member().payer().id(),
        "patientId",
        approval.member().patient().id(),
        "memberId",
        approval.member().memberId(),
        "status",
        "APPROVED",
        "requestedAt",
        Calendar.at(approval.requested(), "15:00"),
        "decidedAt",
        Calendar.at(approval.decided(), "16:00"),
        "servicingProviders",
        List.of(approval.clinician().npi()),
        "lines",
        List.of(
            Fields.of(
                "procedures",
                List.of(approval.procedure()),
                "unitType",
                "VISIT",
                "authorized",
                approval.visits())),
        "effective",
        approval.effective(),
        "expires",
        approval.expires());
  }

  private void book(Visit visit, int daysAhead) {
    var at = Calendar.at(visit.date.minusDays(daysAhead), "16:30");
    Clinician with = visit.booked == null ? visit.treating : visit.booked;
    practice.journal.add(
        at,
        "schedule-event",
        Fields.of(
            "eventId",
            practice.id("SE"),
            "patientId",
            visit.member.patient().id(),
            "at",
            at,
            "type",
            "BOOKED",
            "serviceDate",
            visit.date,
            "npi",
            with.npi(),
            "payerId",
            visit.member.payer().id(),
            "procedure",
            visit.procedure));
  }

  private void check(Visit visit) {
    Check check =
        visit.check == null ? practice.check(visit, practice.usualBenefits(visit)) : visit.check;
    if (check.byX12()) {
      checks.add(check);
    } else {
      practice.journal.add(check.at(), "eligibility-check", check.fields());
    }
  }

  private void note(Visit visit) {
    Claim claim = visit.claim();
    Clinician supervisor = visit.treating.associate() ? Cast.PROTOWORTH : null;
    Map<String, Object> note =
        visit.signed
            ? Fields.of("status", "SIGNED", "signedAt", Calendar.at(visit.date, "23:00"))
            : Fields.of("status", "UNSIGNED");
    Map<String, Object> record =
        Fields.of(
            "encounterId",
            visit.id,
            "patientId",
            visit.member.patient().id(),
            "serviceDate",
            visit.date,
            "startTime",
            visit.start,
            "stopTime",
            visit.start.plusMinutes(visit.minutes),
            "minutes",
            visit.minutes,
            "modality",
            visit.video ? "VIDEO" : "IN_PERSON",
            "patientLocation",
            visit.video ? "HOME" : "OFFICE",
            "locationId",
            visit.treating.location(),
            "treatingNpi",
            visit.treating.npi(),
            "supervisorNpi",
            supervisor == null ? null : supervisor.npi(),
            "diagnoses",
            visit.diagnoses,
            "note",
            note,
            "separateServices",
            visit.extras.contains("90834") ? false : null);
    practice.journal.later(
        Calendar.at(visit.date, "23:05"),
        "encounter",
        () -> claim.control == null ? record : Fields.with(record, "controlNumber", claim.control));
    Claim other = visit.claims.getLast();
    if (visit.claims.size() > 1 && other.resends == null) {
      practice.journal.later(
          Calendar.at(other.submitted, "16:00"),
          "encounter",
          () -> Fields.with(record, "controlNumbers", List.of(claim.control, other.control)));
    }
  }

  private void pay(Visit visit) {
    Claim claim = visit.claims.getLast();
    if (claim.payment != Claim.Payment.CONTRACT
        || !claim.rulings.isEmpty()
        || claim.rejection != null) {
      return;
    }
    BigDecimal copay =
        claim.lines.stream()
            .map(
                line ->
                    practice
                        .fees
                        .rate(
                            claim.payer(), line.procedure(), claim.rendering.license(), visit.date)
                        .copay())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    LocalDate received = claim.remitted().plusDays(practice.chance.between(1, 12));
    String method = practice.chance.pick(List.of("CARD", "CARD", "CHECK", "PORTAL"));
    if (copay.signum() > 0 && practice.chance.percent(85)) {
      String id = practice.id("PP");
      practice.journal.later(
          Calendar.at(received, "18:00"),
          "patient-payment",
          () ->
              Fields.of(
                  "paymentId",
                  id,
                  "patientId",
                  visit.member.patient().id(),
                  "controlNumber",
                  claim.control,
                  "receivedOn",
                  received,
                  "amount",
                  copay + ".00",
                  "method",
                  method));
    }
  }
}
