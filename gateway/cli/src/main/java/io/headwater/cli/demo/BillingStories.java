package io.headwater.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Late, unworked, sent twice; and what the payer alone did, or what was the patient's to pay. */
final class BillingStories {
  private BillingStories() {}

  static void late(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.LAKEWARD, Payer.PINECREST));
    Episode episode = practice.open(payer, practice.therapist(), "90834", practice.week(0, 50), 4);
    Visit visit = episode.visit(1);
    Claim claim = visit.claim();
    claim.submitted =
        practice.calendar.billedOn(
            visit.date.plusDays(PolicyBook.filingDays(payer) + practice.chance.between(3, 20)));
    practice.truth(Mishap.BILL_LATE, claim.denied("29"), "BILL.LATE_FIRST_SUBMISSION");
  }

  /** Rejected for the member id on the second day, opened, and left until the limit had passed. */
  static void unworked(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.LAKEWARD, Payer.TESSERA));
    Episode episode = practice.open(payer, practice.therapist(), "90834", practice.week(0, 52), 1);
    Visit visit = episode.visit(0);
    Membership right = miskeyed(practice, visit);
    Claim first = visit.claim();
    first.rejection = Rejection.MEMBER_ID;
    LocalDate day =
        practice.calendar.billedOn(visit.date.plusDays(95 + practice.chance.between(5, 25)));
    opened(practice, first);
    Claim second = resend(practice, first, right, day);
    practice.truth(Mishap.BILL_REJECTION_UNWORKED, second.denied("29"), "BILL.REJECTION_UNWORKED");
  }

  /** The correction was right in all but its frequency. */
  static void duplicate(Practice practice) {
    Episode episode =
        practice.open(Payer.LAKEWARD, practice.therapist(), "90834", practice.week(0, 60), 4);
    Claim first = CodingStories.byVideo(episode.visit(1));
    first.placeOfService = "11";
    practice.truth(Mishap.BILL_DUPLICATE, first.denied("5", "M77"), "CODE.POS_TELEHEALTH");
    Claim second = first.again(first.remitted().plusDays(11));
    second.placeOfService = "10";
    practice.truth(
        Mishap.BILL_DUPLICATE, second.denied(-1, "OA", "18", null), "BILL.DUPLICATE_NO_FREQ7");
  }

  /** Everything was right: the approval on the claim, the enrollment loaded, the claim in time. */
  static void payerError(Practice practice, int kind) {
    Payer payer = kind == 0 ? Payer.HARBOR : Payer.LAKEWARD;
    Episode episode =
        practice.cover(
            practice.open(payer, practice.therapist(), "90837", practice.week(0, 64), 5));
    Claim claim = episode.visit(2).claim().denied(List.of("197", "B7", "29").get(kind));
    practice.truth(Mishap.PAYER_PROCESSING_ERROR, claim, "PAYER.PROCESSING_ERROR");
  }

  /** Paid by last year's schedule. */
  static void underpaid(Practice practice) {
    Payer payer = practice.chance.pick(List.of(Payer.HARBOR, Payer.LAKEWARD));
    Episode episode =
        practice.cover(
            practice.open(
                payer, practice.therapist(), "90837", practice.week(january(practice), 68), 4));
    Claim claim = episode.visit(1).claim();
    claim.payment = Claim.Payment.LAST_YEARS_RATE;
    practice.truth(
        Mishap.PAYER_UNDERPAID,
        claim,
        "UNDERPAID",
        claim.remitted().plusDays(1),
        "PAYER.FEE_SCHEDULE_STALE");
  }

  /** Early in the year the deductible is open, as the plan's answer said. */
  static void deductible(Practice practice, boolean before) {
    int january = january(practice);
    int week = before ? practice.week(0, 9) : practice.week(january, january + 9);
    Episode episode = practice.open(Payer.LAKEWARD, practice.therapist(), "90834", week, 5);
    List<Visit> open = episode.visits.subList(0, 2);
    BigDecimal left =
        open.stream().map(BillingStories::allowed).reduce(BigDecimal.ZERO, BigDecimal::add);
    for (Visit visit : open) {
      var benefits = new ArrayList<>(practice.usualBenefits(visit));
      benefits.add(Check.Benefit.deductible("23", "1500.00"));
      benefits.add(Check.Benefit.deductible("29", left + ".00"));
      visit.check = practice.check(visit, benefits);
      Claim claim = visit.claim();
      claim.payment = Claim.Payment.DEDUCTIBLE;
      left = left.subtract(allowed(visit));
      practice.truth(
          Mishap.PATIENT_DEDUCTIBLE,
          claim,
          "NOT_A_DENIAL",
          claim.remitted().plusDays(1),
          "NONE.PATIENT_COST_SHARE");
    }
  }

  /** The number of the first full week of the new contracts. */
  private static int january(Practice practice) {
    return practice.calendar.week(practice.calendar.newYear()) + 1;
  }

  private static BigDecimal allowed(Visit visit) {
    return visit.claim().lines.stream()
        .map(
            line ->
                visit
                    .episode
                    .practice
                    .fees
                    .rate(
                        visit.member.payer(),
                        line.procedure(),
                        visit.treating.license(),
                        visit.date)
                    .allowed())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Turned away for the member id a few weeks ago, and still lying there. */
  static void rejectedMemberId(Practice practice) {
    Episode episode =
        practice.open(Payer.LAKEWARD, practice.therapist(), "90834", practice.week(73, 75), 1);
    Visit visit = episode.visit(0);
    miskeyed(practice, visit);
    Claim claim = visit.claim();
    claim.rejection = Rejection.MEMBER_ID;
    opened(practice, claim);
    practice.truth(
        Mishap.REJECTED_MEMBER_ID,
        claim,
        "REJECTED",
        claim.submitted.plusDays(2),
        "ELIG.MEMBER_ID_MISMATCH");
  }

  /**
   * Turned away for the birth date; the office has learned the right one, and not yet sent the
   * claim again.
   */
  static void rejectedBirthDate(Practice practice) {
    Episode episode =
        practice.open(Payer.HARBOR, practice.therapist(), "90834", practice.week(73, 75), 1);
    Visit visit = episode.visit(0);
    Patient patient = visit.member.patient();
    LocalDate right =
        patient.birthDate().plusYears(patient.birthDate().getYear() % 2 == 0 ? 9 : -9);
    Claim claim = visit.claim();
    claim.rejection = Rejection.BIRTH_DATE;
    opened(practice, claim);
    LocalDate asked = claim.submitted.plusDays(2);
    var check =
        new Check(
            practice.id("ELC"),
            patient,
            Payer.HARBOR,
            visit.member.group(),
            visit.date,
            Calendar.at(asked, "14:20"),
            visit.member.memberId(),
            visit.member.memberId(),
            visit.member.effective(),
            null,
            List.of(
                new Check.Benefit(
                    "1",
                    List.of("30", "MH"),
                    null,
                    null,
                    "SUBSCRIBER BIRTH DATE ON FILE " + right,
                    null)),
            false);
    practice.journal.add(check.at(), "eligibility-check", check.fields());
    practice.journal.add(Calendar.at(asked, "15:00"), "patient", Practice.fields(patient, right));
    practice.truth(
        Mishap.REJECTED_BIRTH_DATE,
        claim,
        "REJECTED",
        asked.plusDays(1),
        "ELIG.DEMOGRAPHIC_MISMATCH");
  }

  /** Turned away, put right within the week, and paid. */
  static void rejectionWorked(Practice practice) {
    Episode episode =
        practice.open(Payer.LAKEWARD, practice.therapist(), "90834", practice.week(0, 66), 4);
    Visit visit = episode.visit(0);
    Membership right = miskeyed(practice, visit);
    Claim first = visit.claim();
    first.rejection = Rejection.MEMBER_ID;
    opened(practice, first);
    resend(practice, first, right, first.submitted.plusWeeks(1));
    episode.hold(1, first.submitted.plusWeeks(1));
  }

  /**
   * The desk swaps two digits of the member id; the plan is asked with the right one all the same.
   */
  private static Membership miskeyed(Practice practice, Visit visit) {
    Membership right = visit.member;
    visit.check = practice.check(visit, practice.usualBenefits(visit));
    visit.member = right.withMemberId(right.transposed());
    return right;
  }

  private static void opened(Practice practice, Claim claim) {
    LocalDate day = claim.submitted.plusDays(1);
    practice.work(day, "14:00", claim, "REJECTION_OPENED", day.plusDays(2), null);
  }

  private static Claim resend(Practice practice, Claim first, Membership right, LocalDate day) {
    Claim second = first.again(day);
    second.resends = first;
    second.member = right;
    practice.coverage(day, "15:00", right);
    practice.work(day, "14:40", second, "TOUCHED", null, "member id corrected");
    practice.work(day, "17:30", second, "RESUBMITTED", null, null);
    return second;
  }
}
