package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Notes, records and codes. */
final class CodingStories {
  private CodingStories() {}

  /** The records were sent; the note among them is unsigned to this day. */
  static void unsigned(Practice practice) {
    Visit visit = lakeward(practice, "90834").visit(2);
    visit.signed = false;
    asked(practice, visit.claim());
    practice.truth(Mishap.DOC_NOTE_UNSIGNED, visit.claim().denied("B12"), "DOC.NOTE_UNSIGNED");
  }

  /** The plan asked, waited, and denied. */
  static void recordsNotSent(Practice practice) {
    Episode episode =
        practice.cover(
            practice.open(Payer.HARBOR, practice.therapist(), "90837", practice.week(0, 56), 5));
    Claim claim = episode.visit(2).claim().denied("252", "N706");
    LocalDate due = claim.remitted().plusDays(45);
    practice.work(claim.remitted(), "18:00", claim, "RECORDS_REQUESTED", due, null);
    LocalDate again = claim.remitted().plusWeeks(8);
    claim.rulings.add(new Ruling(again, -1, "CO", "226", List.of("N706"), null));
    practice.truth(Mishap.DOC_RECORDS_NOT_SENT, claim, "DOC.RECORDS_NOT_SENT");
  }

  /** A video visit to the home, billed as an office visit. */
  static void placeOfService(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.LAKEWARD, Payer.PINECREST, Payer.HARBOR));
    Episode episode =
        practice.cover(
            practice.open(payer, practice.therapist(), "90834", practice.week(0, 64), 5));
    Claim claim = byVideo(episode.visit(2));
    claim.placeOfService = "11";
    practice.truth(Mishap.CODE_POS_TELEHEALTH, claim.denied("5", "M77"), "CODE.POS_TELEHEALTH");
  }

  /** The level modifier of the Medicaid plan left off, or 95 of a video visit. */
  static void modifier(Practice practice, boolean video) {
    Payer payer = video ? Payer.LAKEWARD : Payer.PINECREST;
    Clinician clinician =
        practice.chance.pick(List.of(Cast.TESTWELL, Cast.MOCKRIDGE, Cast.DEMOFORD));
    Episode episode = practice.open(payer, clinician, "90834", practice.week(0, 64), 5);
    Visit visit = episode.visit(2);
    visit.extras = List.of();
    Claim claim = video ? byVideo(visit) : visit.claim();
    claim.lines.replaceAll(line -> line.without(video ? "95" : "HO"));
    practice.truth(
        Mishap.CODE_MODIFIER_MISSING, claim.denied("4", "N822"), "CODE.MODIFIER_MISSING");
  }

  /** The office visit was left off; its add-on was billed alone. */
  static void addOn(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.LAKEWARD, Payer.HARBOR));
    Clinician clinician = practice.chance.pick(List.of(Cast.SPECIMHAM, Cast.MODELFIELD));
    Claim claim =
        practice.open(payer, clinician, "99214", practice.week(0, 64), 5).visit(2).claim();
    claim.lines.removeFirst();
    practice.truth(
        Mishap.CODE_ADDON_NO_PRIMARY, claim.denied("107", "N122"), "CODE.ADDON_NO_PRIMARY");
  }

  /** Family and individual therapy billed for the same hour. */
  static void pair(Practice practice) {
    Episode episode = practice.open(Payer.LAKEWARD, Cast.SYNTHBY, "90847", practice.week(0, 64), 5);
    Visit visit = episode.visit(2);
    visit.extras = List.of("90834");
    Claim claim = visit.claim().denied(1, "CO", "97", null, "N20");
    practice.truth(Mishap.CODE_NCCI_PAIR, claim, "CODE.NCCI_PAIR");
  }

  /** An hour billed, three quarters of it in the note. */
  static void minutes(Practice practice) {
    Visit visit = lakeward(practice, "90837").visit(2);
    visit.minutes = practice.chance.between(44, 50);
    asked(practice, visit.claim());
    practice.truth(
        Mishap.CODE_TIME, visit.claim().denied("150", "N163"), "CODE.TIME_CODE_MISMATCH");
  }

  static void diagnosis(Practice practice) {
    Visit visit = lakeward(practice, "90834").visit(1);
    visit.diagnoses = List.of("Z63.0");
    practice.truth(
        Mishap.CODE_DIAGNOSIS, visit.claim().denied("167", "N569"), "CODE.DX_NOT_COVERED");
  }

  /** Four questionnaires at the intake, of which a day allows two. */
  static void units(Practice practice) {
    Visit visit = lakeward(practice, "90834").visit(0);
    visit.extras = List.of();
    visit.claim().line("96127", 4);
    practice.truth(
        Mishap.CODE_UNITS, visit.claim().denied(1, "CO", "151", null, "N362"), "CODE.MUE_UNITS");
  }

  private static Episode lakeward(Practice practice, String procedure) {
    return practice.open(Payer.LAKEWARD, practice.therapist(), procedure, practice.week(0, 66), 5);
  }

  static Claim byVideo(Visit visit) {
    visit.video = true;
    visit.extras = new ArrayList<>();
    return visit.claim();
  }

  private static void asked(Practice practice, Claim claim) {
    practice.work(
        claim.submitted.plusDays(3),
        "16:00",
        claim,
        "RECORDS_REQUESTED",
        claim.submitted.plusDays(33),
        null);
    practice.work(claim.submitted.plusDays(7), "16:00", claim, "RECORDS_SENT", null, null);
  }
}
