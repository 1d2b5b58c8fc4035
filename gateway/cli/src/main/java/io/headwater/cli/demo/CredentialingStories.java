package io.headwater.cli.demo;

import java.util.List;

/**
 * Visits of clinicians whom a plan did not know, no longer knew, or knew differently. See {@link
 * Roster} for the facts.
 */
final class CredentialingStories {
  private CredentialingStories() {}

  static void notEnrolled(Practice practice) {
    Episode episode = practice.open(Payer.TESSERA, Cast.SYNTHBY, "90834", practice.week(0, 70), 2);
    for (Visit visit : episode.visits) {
      practice.truth(Mishap.CRED_NOT_ENROLLED, visit.claim().denied("B7"), "CRED.NOT_ENROLLED");
    }
  }

  /** A visit while the application was still on its way; the next one only after it had arrived. */
  static void waiting(
      Practice practice, Mishap mishap, Payer payer, Clinician clinician, int week, String cause) {
    Episode episode = practice.open(payer, clinician, "90834", week, 4);
    Visit visit = episode.visit(0);
    String[] remarks = mishap == Mishap.CRED_NOT_LOADED ? new String[0] : new String[] {"N570"};
    practice.truth(mishap, visit.claim().denied("B7", remarks), cause);
    var loaded =
        practice.roster.hired(clinician).plusDays(mishap == Mishap.CRED_NOT_LOADED ? 102 : 80);
    episode.hold(1, loaded.isAfter(visit.remitted()) ? loaded : visit.remitted().plusDays(5));
  }

  static void lapsed(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.LAKEWARD, Payer.PINECREST));
    Episode episode = practice.open(payer, Cast.FAUXLEY, "90834", practice.week(43, 44), 3);
    Visit visit = episode.visit(0);
    practice.truth(
        Mishap.CRED_LICENSE_LAPSED, visit.claim().denied("B7", "N665"), "CRED.LICENSE_LAPSED");
    episode.hold(1, visit.remitted().plusDays(5));
  }

  /** The contract ended between the second and the third visit; a colleague went on. */
  static void termed(Practice practice) {
    Episode episode =
        practice.open(Payer.PINECREST, Cast.TRIALSTONE, "90834", practice.week(53, 55), 5);
    episode.hold(2, practice.roster.contractEnds().plusDays(1));
    Visit visit = episode.visit(2);
    practice.truth(Mishap.CRED_TERMED, visit.claim().denied("B7"), "CRED.TERMED");
    episode.hold(3, visit.remitted().plusDays(8));
    episode.visits.subList(3, 5).forEach(each -> each.treating = Cast.MOCKRIDGE);
  }

  /** The claim carries a taxonomy that the plan's roster does not. */
  static void taxonomy(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.HARBOR, Payer.LAKEWARD, Payer.TESSERA));
    Clinician clinician =
        practice.chance.pick(List.of(Cast.TESTWELL, Cast.MOCKRIDGE, Cast.DEMOFORD));
    Episode episode =
        practice.cover(practice.open(payer, clinician, "90834", practice.week(0, 64), 5));
    Claim claim = episode.visit(practice.chance.between(1, 3)).claim();
    claim.taxonomy = clinician.license().equals("LPC") ? "101Y00000X" : "104100000X";
    practice.truth(Mishap.CRED_TAXONOMY, claim.denied("16", "N288"), "CRED.TAXONOMY_MISMATCH");
  }

  /**
   * The associate's claims of the weeks in which only half of the set-up followed the new bulletin.
   */
  static void supervision(Practice practice, int weeksAfterNewYear) {
    int week = practice.calendar.week(practice.calendar.newYear()) + weeksAfterNewYear;
    Episode episode = practice.open(Payer.PINECREST, Cast.NOVICETON, "90834", week, 9);
    int first = 0;
    while (first < 9 && episode.visit(first).date.isBefore(practice.calendar.newYear())) {
      first++;
    }
    episode.hold(first, practice.calendar.newYear().plusDays(8));
    for (Visit visit : episode.visits.subList(first, 9)) {
      if (visit.billed().isBefore(practice.roster.setUpRepaired())) {
        Claim claim = visit.claim().denied(-1, "CO", "16", "MA130", "N290");
        practice.truth(Mishap.CRED_SUPERVISION, claim, "CRED.SUPERVISION_SETUP");
      }
    }
  }
}
