package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What goes wrong with approvals. The payer mostly says "no authorization" (197), whatever it was.
 */
final class AuthorizationStories {
  private AuthorizationStories() {}

  /** Nobody asked until the denial came; every second time the patient did not come again. */
  static void absent(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.HARBOR, Payer.HARBOR, Payer.PINECREST));
    String procedure =
        payer.equals(Payer.HARBOR) ? practice.chance.pick(List.of("90834", "90837")) : "90837";
    Episode episode =
        practice.open(payer, practice.therapist(), procedure, practice.week(0, 68), 5);
    Visit visit = episode.visit(1);
    if (practice.chance.percent(50)) {
      renewAfter(episode, 2, visit);
    } else {
      episode.visits.subList(2, 5).clear();
    }
    practice.truth(Mishap.AUTH_ABSENT, visit.claim().denied("197"), "AUTH.ABSENT");
  }

  /** The approval ended between two visits and was renewed only after the denial. */
  static void expired(Practice practice) {
    Episode episode =
        practice.open(Payer.HARBOR, practice.therapist(), "90837", practice.week(0, 60), 7);
    episode.authorize(
        episode.visit(0).date, episode.visit(1).date, 12, episode.visit(3).date.plusDays(2));
    Visit visit = episode.visit(4);
    renewAfter(episode, 5, visit);
    practice.truth(Mishap.AUTH_EXPIRED, visit.claim().denied("197"), "AUTH.EXPIRED");
  }

  static void notOnClaim(Practice practice) {
    Episode episode =
        practice.cover(
            practice.open(payer(practice), practice.therapist(), "90837", practice.week(0, 66), 5));
    Claim claim = episode.visit(2).claim();
    claim.authorization = null;
    practice.truth(Mishap.AUTH_NOT_ON_CLAIM, claim.denied("197", "M62"), "AUTH.NOT_ON_CLAIM");
  }

  static void typo(Practice practice) {
    Episode episode =
        practice.cover(
            practice.open(payer(practice), practice.therapist(), "90837", practice.week(0, 66), 5));
    Claim claim = episode.visit(3).claim();
    claim.authorization = Membership.transposed(claim.authorization);
    practice.truth(Mishap.AUTH_NUMBER_TYPO, claim.denied("197", "M62"), "AUTH.NUMBER_TYPO");
  }

  /** Four visits were approved; the fifth was not. */
  static void exhausted(Practice practice) {
    Episode episode =
        practice.open(Payer.HARBOR, practice.therapist(), "90834", practice.week(0, 58), 7);
    LocalDate decided = episode.visit(1).date.minusDays(1);
    Authorization approval =
        episode.approve(
            episode.clinician,
            "90834",
            4,
            decided.minusDays(3),
            decided,
            decided,
            decided.plusDays(179),
            false);
    practice.journal.add(
        Calendar.at(episode.visit(4).billed().plusDays(2), "16:00"),
        "authorization",
        Fields.with(Chart.fields(approval), "payerCountUsed", 4));
    Visit visit = episode.visit(5);
    renewAfter(episode, 6, visit);
    practice.truth(
        Mishap.AUTH_UNITS_EXHAUSTED, visit.claim().denied("198"), "AUTH.UNITS_EXHAUSTED");
  }

  /** The approval was asked for on the day after the visit and does not reach back. */
  static void requestedLate(Practice practice) {
    Episode episode =
        practice.open(Payer.HARBOR, practice.therapist(), "90837", practice.week(0, 66), 5);
    Visit visit = episode.visit(1);
    LocalDate decided = visit.date.plusDays(3);
    Authorization approval =
        episode.approve(
            episode.clinician,
            "90837",
            12,
            visit.date.plusDays(1),
            decided,
            decided,
            decided.plusDays(179),
            false);
    Claim claim = visit.claim();
    claim.submitted = claim.submitted.plusWeeks(1);
    claim.authorization = approval.number();
    practice.truth(Mishap.AUTH_REQUESTED_LATE, claim.denied("210"), "AUTH.REQUESTED_LATE");
  }

  /**
   * The approval names another clinician, another code, or both; the payer says that there is none.
   *
   * @param week of the intake, or -1 for the claim that the demo shows: late enough that the
   *     approval can still be amended
   */
  static void scope(
      Practice practice, Mishap mishap, int week, boolean reassigned, boolean recoded) {
    Clinician first = reassigned ? Cast.TESTWELL : practice.therapist();
    Episode episode = practice.open(Payer.HARBOR, first, "90834", week < 0 ? 69 : week, 6);
    if (week < 0) {
      episode.visits.forEach(each -> each.video = false);
      episode.shift(7L * (73 - practice.calendar.week(episode.visit(3).date)));
    }
    episode.authorize(
        episode.visit(0).date,
        episode.visit(1).date,
        12,
        episode.visit(1).date.plusDays(179),
        first,
        "90834");
    Visit visit = episode.visit(3);
    if (reassigned) {
      reassign(
          practice, episode, visit, practice.chance.pick(List.of(Cast.DEMOFORD, Cast.MOCKRIDGE)));
    }
    if (recoded) {
      List<Visit> longer = reassigned ? episode.visits.subList(3, 6) : List.of(visit);
      longer.forEach(each -> each.procedure = "90837");
      longer.forEach(each -> each.minutes = practice.minutes("90837"));
      longer.forEach(each -> each.extras = List.of());
    }
    if (reassigned) {
      renewAfter(episode, 4, visit);
    }
    Claim claim = visit.claim().denied("197", "N54");
    if (reassigned && recoded) {
      practice.truth(mishap, claim, "AUTH.SCOPE_PROVIDER", "AUTH.SCOPE_CPT");
      practice.showcase = practice.showcase == null ? claim : practice.showcase;
    } else {
      practice.truth(mishap, claim, reassigned ? "AUTH.SCOPE_PROVIDER" : "AUTH.SCOPE_CPT");
    }
  }

  private static void reassign(Practice practice, Episode episode, Visit visit, Clinician next) {
    episode.visits.subList(3, 6).forEach(each -> each.treating = next);
    visit.booked = episode.clinician;
    var at = Calendar.at(practice.calendar.openBefore(visit.date.minusDays(2)), "15:10");
    practice.journal.add(
        at,
        "schedule-event",
        Fields.of(
            "eventId",
            practice.id("SE"),
            "patientId",
            episode.member.patient().id(),
            "at",
            at,
            "type",
            "REASSIGNED",
            "serviceDate",
            visit.date,
            "fromNpi",
            episode.clinician.npi(),
            "toNpi",
            next.npi(),
            "payerId",
            episode.member.payer().id()));
  }

  private static Payer payer(Practice practice) {
    return practice.chance.pick(
        List.of(Payer.HARBOR, Payer.HARBOR, Payer.PINECREST, Payer.TESSERA));
  }

  /** Treatment waits for the answer, and a new approval covers what follows. */
  private static void renewAfter(Episode episode, int index, Visit denied) {
    LocalDate told = denied.remitted();
    episode.hold(index, told.plusDays(8));
    Visit next = episode.visit(index);
    episode.authorize(
        told.plusDays(1), next.date, 16, next.date.plusDays(179), next.treating, next.procedure);
  }
}
