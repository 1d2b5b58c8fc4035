package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.List;

/** What intake overlooked, or could not have known. */
final class EligibilityStories {
  private EligibilityStories() {}

  /** The plan answered "inactive"; the visit took place all the same. */
  static void termed(Practice practice) {
    Episode episode = lapsing(practice);
    Visit visit = episode.last();
    LocalDate ended = visit.date.withDayOfMonth(1).minusDays(1);
    visit.check = practice.check(visit, visit.member.memberId(), null, ended, List.of());
    practice.coverage(visit.remitted(), "15:00", visit.member, "termination", ended);
    practice.truth(Mishap.ELIG_COVERAGE_TERMED, visit.claim().denied("27"), "ELIG.COVERAGE_TERMED");
  }

  /** Active when asked; the plan took the coverage back after the visit. */
  static void retroTerm(Practice practice) {
    Episode episode = lapsing(practice);
    Visit visit = episode.last();
    LocalDate ended = visit.date.withDayOfMonth(1).minusDays(1);
    LocalDate received = visit.billed().plusDays(9);
    practice.journal.add(
        Calendar.at(received, "15:00"),
        "coverage-notice",
        Fields.of(
            "noticeId",
            practice.id("CN"),
            "patientId",
            visit.member.patient().id(),
            "payerId",
            visit.member.payer().id(),
            "receivedOn",
            received,
            "type",
            "RETRO_DISENROLLMENT",
            "lastDay",
            ended,
            "groupNumber",
            visit.member.group(),
            "text",
            "Coverage ended retroactively."));
    practice.coverage(received, "15:10", visit.member, "termination", ended);
    practice.truth(Mishap.ELIG_RETRO_TERM, visit.claim().denied("27"), "ELIG.RETRO_TERM");
  }

  /** A course whose last visit is the first of a new month. */
  private static Episode lapsing(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.PINECREST, Payer.LAKEWARD));
    Episode episode = practice.open(payer, practice.therapist(), "90834", practice.week(0, 60), 4);
    episode.hold(3, episode.visit(2).date.withDayOfMonth(1).plusMonths(1));
    return episode;
  }

  /**
   * The employer's behavioral benefit moved to the administrator; the answer said so, in a line
   * that nobody read.
   */
  static void carveOut(Practice practice, boolean known) {
    LocalDate moved = practice.calendar.newYear().minusMonths(2);
    int week =
        known
            ? practice.calendar.week(moved) - 4
            : practice.week(practice.calendar.week(moved) + 1, 66);
    Episode episode =
        practice.open(Payer.HARBOR, practice.therapist(), "90834", week, 6, "HG-4410");
    int first = known ? 2 : 0;
    episode.hold(first, moved);
    if (known) {
      practice.cover(episode);
    }
    Visit visit = episode.visit(first);
    visit.check =
        practice.check(
            visit, List.of(Check.Benefit.activeMedical(), Check.Benefit.contact(Payer.TESSERA)));
    LocalDate told = visit.remitted();
    var administered =
        new Membership(
            visit.member.coverageId(),
            visit.member.patient(),
            Payer.TESSERA,
            "TSB" + practice.chance.digits(8),
            visit.member.group(),
            moved);
    secondCheck(practice, visit, administered, told);
    practice.coverage(
        told,
        "21:00",
        visit.member,
        "carveOuts",
        List.of(
            Fields.of(
                "benefit",
                "BEHAVIORAL",
                "administratorPayerId",
                Payer.TESSERA.id(),
                "memberId",
                administered.memberId(),
                "effective",
                moved)));
    practice.truth(Mishap.ELIG_CARVEOUT, visit.claim().denied("27"), "ELIG.WRONG_PAYER_CARVEOUT");
    if (practice.chance.percent(60)) {
      visit.claim().rerouted(administered);
    }
    episode.hold(first + 1, told.plusDays(5));
    episode.visits.subList(first + 1, 6).forEach(each -> each.member = administered);
  }

  private static void secondCheck(
      Practice practice, Visit visit, Membership administered, LocalDate on) {
    var rate =
        practice.fees.rate(Payer.TESSERA, visit.procedure, visit.treating.license(), visit.date);
    var check =
        new Check(
            practice.id("ELC"),
            administered.patient(),
            Payer.TESSERA,
            administered.group(),
            visit.date,
            Calendar.at(on, "20:00"),
            administered.memberId(),
            administered.memberId(),
            administered.effective(),
            null,
            List.of(Check.Benefit.active(), Check.Benefit.copay(rate.copay() + ".00")),
            false);
    practice.journal.add(check.at(), "eligibility-check", check.fields());
  }

  /** Two digits swapped at the desk; the answer gave the right id back. */
  static void memberId(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.LAKEWARD, Payer.TESSERA, Payer.HARBOR));
    Episode episode = practice.open(payer, practice.therapist(), "90834", practice.week(0, 70), 4);
    Visit visit = episode.visit(0);
    Membership right = visit.member;
    visit.member = right.withMemberId(right.transposed());
    visit.check =
        practice.check(
            visit, visit.member.memberId(), right.memberId(), null, practice.usualBenefits(visit));
    practice.coverage(visit.remitted(), "15:00", right);
    episode.hold(1, visit.remitted().plusDays(5));
    practice.cover(episode);
    practice.truth(
        Mishap.ELIG_MEMBER_ID, visit.claim().denied("31", "N382"), "ELIG.MEMBER_ID_MISMATCH");
  }

  /** The plan is active, and excludes mental health by a rider. */
  static void rider(Practice practice) {
    Episode episode =
        practice.open(Payer.LAKEWARD, practice.therapist(), "90834", practice.week(0, 72), 1);
    Visit visit = episode.visit(0);
    visit.check =
        practice.check(
            visit,
            List.of(
                Check.Benefit.activeMedical(),
                Check.Benefit.excluded("MENTAL HEALTH EXCLUDED BY RIDER MH-02")));
    practice.truth(
        Mishap.ELIG_RIDER, visit.claim().denied("96", "N216"), "ELIG.BENEFIT_EXCLUDED_RIDER");
  }

  /** Another plan pays first; the answer named it. */
  static void coordination(Practice practice) {
    Episode episode =
        practice.open(Payer.HARBOR, practice.therapist(), "90834", practice.week(0, 72), 1);
    Visit visit = episode.visit(0);
    var benefits = new java.util.ArrayList<>(practice.usualBenefits(visit));
    benefits.add(Check.Benefit.otherPayer(Payer.LAKEWARD));
    visit.check = practice.check(visit, benefits);
    LocalDate received = visit.billed().plusDays(10);
    LocalDate since = visit.member.effective();
    practice.journal.add(
        Calendar.at(received, "15:00"),
        "coverage-notice",
        Fields.of(
            "noticeId",
            practice.id("CN"),
            "patientId",
            visit.member.patient().id(),
            "payerId",
            Payer.HARBOR.id(),
            "receivedOn",
            received,
            "type",
            "COB_UPDATE",
            "firstDay",
            since,
            "groupNumber",
            visit.member.group(),
            "administratorPayerId",
            Payer.LAKEWARD.id(),
            "text",
            "Lakeward Mutual (LKM20) pays first."));
    var primary =
        new Membership(
            practice.id("CV"),
            visit.member.patient(),
            Payer.LAKEWARD,
            "LKM" + practice.chance.digits(8),
            "LG-" + practice.chance.between(2000, 8999),
            since);
    practice.coverage(received, "15:10", primary);
    practice.coverage(received, "15:15", visit.member, "rank", "S");
    practice.truth(Mishap.ELIG_COB_ORDER, visit.claim().denied("22"), "ELIG.COB_ORDER");
  }
}
