package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A patient's course of treatment: an intake, then visit after visit with one clinician under one
 * plan.
 */
final class Episode {
  final Practice practice;
  final Clinician clinician;
  final Membership member;
  final String procedure;
  final String diagnosis;
  final int cadence;
  final List<Visit> visits = new ArrayList<>();
  final List<Authorization> authorizations = new ArrayList<>();

  Episode(
      Practice practice,
      Clinician clinician,
      Membership member,
      String procedure,
      String diagnosis,
      int cadence) {
    this.practice = practice;
    this.clinician = clinician;
    this.member = member;
    this.procedure = procedure;
    this.diagnosis = diagnosis;
    this.cadence = cadence;
  }

  Visit visit(int index) {
    return visits.get(index);
  }

  Visit last() {
    return visits.getLast();
  }

  /**
   * Moves the visits from {@code index} on by whole weeks, until the first of them is on or after
   * that day.
   */
  void hold(int index, LocalDate notBefore) {
    while (index < visits.size() && visits.get(index).date.isBefore(notBefore)) {
      for (Visit visit : visits.subList(index, visits.size())) {
        visit.date = visit.date.plusWeeks(1);
      }
    }
  }

  /** Moves the whole course by days. */
  void shift(long days) {
    visits.forEach(visit -> visit.date = practice.calendar.open(visit.date.plusDays(days)));
  }

  /**
   * The number that the office would write on the claim: of the latest approval under way, even if
   * it has ended.
   */
  String authorizationFor(Visit visit) {
    String number = null;
    for (Authorization authorization : authorizations) {
      if (authorization.member().payer().equals(visit.member.payer())
          && PolicyBook.authorizes(visit.member.payer(), visit.procedure)
          && !authorization.effective().isAfter(visit.date)) {
        number = authorization.number();
      }
    }
    return number;
  }

  /**
   * An approval decided between the two days, which covers the clinician and the procedure from
   * then on.
   */
  Authorization authorize(LocalDate after, LocalDate before, int count, LocalDate expires) {
    return authorize(after, before, count, expires, visits.getLast().treating, procedure);
  }

  Authorization authorize(
      LocalDate after, LocalDate before, int count, LocalDate expires, Clinician who, String what) {
    LocalDate byFile = practice.calendar.authorizationDay(after, before);
    LocalDate decided = byFile == null ? before.minusDays(1) : byFile;
    return approve(
        who,
        what,
        count,
        decided.minusDays(practice.chance.between(2, 5)),
        decided,
        decided,
        expires,
        byFile != null);
  }

  /** An approval with every date given. */
  Authorization approve(
      Clinician who,
      String what,
      int count,
      LocalDate requested,
      LocalDate decided,
      LocalDate effective,
      LocalDate expires,
      boolean byX12) {
    var authorization =
        new Authorization(
            practice.id("AU"),
            member.payer().prefix() + "-" + practice.chance.digits(7),
            member,
            who,
            what,
            count,
            requested,
            decided,
            effective,
            expires,
            diagnosis,
            byX12);
    authorizations.add(authorization);
    return authorization;
  }
}
