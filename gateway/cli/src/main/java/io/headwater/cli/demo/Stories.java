package io.headwater.cli.demo;

import java.util.List;

/**
 * Tells every story as often as {@link Mishap} says, and then the courses of treatment to which
 * nothing happens.
 */
final class Stories {
  private static final int UNEVENTFUL = 90;

  /** Courses that go on beyond the last day. */
  private static final int UNDER_WAY = 16;

  private Stories() {}

  static void tell(Practice practice) {
    for (Mishap mishap : Mishap.values()) {
      for (int time = 0; time < mishap.times; time++) {
        tell(practice, mishap, time);
      }
    }
    for (int i = 0; i < UNEVENTFUL; i++) {
      uneventful(practice, i);
    }
    for (int i = 0; i < UNDER_WAY; i++) {
      Payer payer = practice.chance.pick(Cast.PAYERS);
      practice.cover(
          practice.open(payer, practice.therapist(), "90834", practice.week(66, 74), 12));
    }
    correct(practice);
  }

  /** Of what a corrected claim can save, the office has sent about half. */
  private static void correct(Practice practice) {
    for (Truth truth : practice.truths) {
      if (truth.mishap().correctable() && practice.chance.percent(55)) {
        truth.claim().replaced();
      }
    }
  }

  private static void tell(Practice practice, Mishap mishap, int time) {
    switch (mishap) {
      case AUTH_ABSENT -> AuthorizationStories.absent(practice);
      case AUTH_EXPIRED -> AuthorizationStories.expired(practice);
      case AUTH_NOT_ON_CLAIM -> AuthorizationStories.notOnClaim(practice);
      case AUTH_UNITS_EXHAUSTED -> AuthorizationStories.exhausted(practice);
      case AUTH_SCOPE_PROVIDER ->
          AuthorizationStories.scope(practice, mishap, practice.week(0, 60), true, false);
      case AUTH_SCOPE_CPT ->
          AuthorizationStories.scope(practice, mishap, practice.week(0, 60), false, true);
      case AUTH_SCOPE_BOTH ->
          AuthorizationStories.scope(
              practice, mishap, time == 0 ? -1 : practice.week(0, 60), true, true);
      case AUTH_NUMBER_TYPO -> AuthorizationStories.typo(practice);
      case AUTH_REQUESTED_LATE -> AuthorizationStories.requestedLate(practice);
      case ELIG_COVERAGE_TERMED -> EligibilityStories.termed(practice);
      case ELIG_CARVEOUT -> EligibilityStories.carveOut(practice, time % 2 == 0);
      case ELIG_MEMBER_ID -> EligibilityStories.memberId(practice);
      case ELIG_RETRO_TERM -> EligibilityStories.retroTerm(practice);
      case ELIG_RIDER -> EligibilityStories.rider(practice);
      case ELIG_COB_ORDER -> EligibilityStories.coordination(practice);
      case CRED_NOT_ENROLLED -> CredentialingStories.notEnrolled(practice);
      case CRED_APPLICATION_IDLE ->
          CredentialingStories.waiting(
              practice,
              mishap,
              Payer.LAKEWARD,
              Cast.LATECOMB,
              practice.week(34, 36),
              "CRED.APPLICATION_IDLE");
      case CRED_EFFECTIVE_AFTER ->
          CredentialingStories.waiting(
              practice,
              mishap,
              Payer.PINECREST,
              Cast.NEWCROFT,
              practice.week(60, 61),
              "CRED.EFFECTIVE_AFTER_DOS");
      case CRED_LICENSE_LAPSED -> CredentialingStories.lapsed(practice);
      case CRED_TERMED -> CredentialingStories.termed(practice);
      case CRED_NOT_LOADED ->
          CredentialingStories.waiting(
              practice,
              mishap,
              Payer.LAKEWARD,
              Cast.NEWCROFT,
              practice.week(58, 61),
              "CRED.APPROVED_NOT_LOADED");
      case CRED_TAXONOMY -> CredentialingStories.taxonomy(practice);
      case CRED_SUPERVISION -> CredentialingStories.supervision(practice, 2 * time - 6);
      case DOC_NOTE_UNSIGNED -> CodingStories.unsigned(practice);
      case DOC_RECORDS_NOT_SENT -> CodingStories.recordsNotSent(practice);
      case CODE_POS_TELEHEALTH -> CodingStories.placeOfService(practice);
      case CODE_MODIFIER_MISSING -> CodingStories.modifier(practice, time % 3 == 2);
      case CODE_ADDON_NO_PRIMARY -> CodingStories.addOn(practice);
      case CODE_NCCI_PAIR -> CodingStories.pair(practice);
      case CODE_TIME -> CodingStories.minutes(practice);
      case CODE_DIAGNOSIS -> CodingStories.diagnosis(practice);
      case CODE_UNITS -> CodingStories.units(practice);
      case BILL_LATE -> BillingStories.late(practice);
      case BILL_REJECTION_UNWORKED -> BillingStories.unworked(practice);
      case BILL_DUPLICATE -> BillingStories.duplicate(practice);
      case PAYER_PROCESSING_ERROR -> BillingStories.payerError(practice, time % 3);
      case PAYER_UNDERPAID -> BillingStories.underpaid(practice);
      case PATIENT_DEDUCTIBLE -> BillingStories.deductible(practice, time % 3 == 0);
      case REJECTED_MEMBER_ID -> BillingStories.rejectedMemberId(practice);
      case REJECTED_BIRTH_DATE -> BillingStories.rejectedBirthDate(practice);
      case REJECTION_WORKED -> BillingStories.rejectionWorked(practice);
    }
  }

  private static void uneventful(Practice practice, int number) {
    int visits = practice.chance.between(6, 12);
    Payer payer =
        practice.chance.pick(
            List.of(
                Payer.HARBOR,
                Payer.HARBOR,
                Payer.LAKEWARD,
                Payer.LAKEWARD,
                Payer.PINECREST,
                Payer.TESSERA));
    String talk = practice.chance.pick(List.of("90834", "90834", "90837"));
    Episode episode =
        switch (number % 10) {
          case 0, 1 ->
              practice.open(
                  payer,
                  practice.chance.pick(List.of(Cast.SPECIMHAM, Cast.MODELFIELD)),
                  practice.chance.pick(List.of("99214", "99213")),
                  practice.week(0, 68),
                  visits);
          case 2 ->
              practice.open(
                  Payer.PINECREST, Cast.NOVICETON, "90834", associateWeek(practice), visits);
          case 3 ->
              practice.open(
                  payer.equals(Payer.TESSERA) ? Payer.HARBOR : payer,
                  Cast.SYNTHBY,
                  practice.chance.pick(List.of("90847", "90834")),
                  practice.week(0, 68),
                  visits);
          case 4 ->
              practice.open(
                  payer,
                  Cast.FAUXLEY,
                  talk,
                  practice.chance.percent(60) ? practice.week(0, 28) : practice.week(45, 68),
                  Math.min(visits, 7));
          case 5 ->
              practice.open(
                  payer.equals(Payer.PINECREST) ? Payer.LAKEWARD : payer,
                  Cast.TRIALSTONE,
                  talk,
                  practice.week(0, 68),
                  visits);
          case 6 ->
              practice.open(
                  practice.chance.pick(List.of(Payer.HARBOR, Payer.TESSERA)),
                  Cast.LATECOMB,
                  talk,
                  practice.week(30, 68),
                  visits);
          case 7 ->
              practice.open(
                  practice.chance.pick(List.of(Payer.HARBOR, Payer.TESSERA)),
                  Cast.NEWCROFT,
                  talk,
                  practice.week(60, 70),
                  visits);
          default -> practice.open(payer, practice.therapist(), talk, practice.week(0, 68), visits);
        };
    practice.cover(episode);
    for (Visit visit : episode.visits) {
      if (visit.procedure.equals("90834") && !visit.video && practice.chance.percent(12)) {
        visit.extras = List.of("90785");
      }
    }
  }

  /** A week whose course of treatment keeps clear of the weeks of the half-changed set-up. */
  private static int associateWeek(Practice practice) {
    int january = practice.calendar.week(practice.calendar.newYear());
    boolean before = january > 26 && practice.chance.percent(60);
    return before ? practice.week(0, january - 26) : practice.week(january + 9, 71);
  }
}
