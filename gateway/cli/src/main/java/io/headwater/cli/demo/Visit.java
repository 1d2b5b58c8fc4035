package io.headwater.cli.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One hour in the room: what happened, and the claims made of it. A story may change anything until
 * it is told.
 */
final class Visit {
  final Episode episode;
  LocalDate date;
  Clinician treating;

  /** With whom it was booked, if not with the one who treated; else null. */
  Clinician booked;

  Membership member;
  String procedure;
  List<String> extras = List.of();
  List<String> diagnoses;
  boolean video;
  boolean signed = true;
  int minutes;
  LocalTime start;
  String id;
  Check check;
  final List<Claim> claims = new ArrayList<>();

  Visit(Episode episode, LocalDate date, String procedure, int minutes) {
    this.episode = episode;
    this.date = date;
    this.treating = episode.clinician;
    this.member = episode.member;
    this.procedure = procedure;
    this.minutes = minutes;
    this.diagnoses = List.of(episode.diagnosis);
  }

  /** The claim of the visit; made when first asked for, so change the visit before. */
  Claim claim() {
    if (claims.isEmpty()) {
      claims.add(Claim.of(this));
    }
    return claims.getFirst();
  }

  LocalDate billed() {
    return episode.practice.calendar.billedOn(date);
  }

  LocalDate remitted() {
    return episode.practice.calendar.remittedOn(billed());
  }
}
