package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The practice in the making: its cast, its courses of treatment, and what was planted among them.
 */
final class Practice {
  private static final List<String> DIAGNOSES =
      List.of("F41.1", "F33.1", "F43.23", "F40.10", "F90.2", "F32.1", "F43.12", "F34.1");

  final Calendar calendar;
  final Chance chance;
  final Journal journal = new Journal();
  final FeeBook fees;
  final Roster roster;
  final List<Episode> episodes = new ArrayList<>();
  final List<Truth> truths = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();

  /** The claim that the demo explains. */
  Claim showcase;

  Practice(long seed, LocalDate anchor) {
    calendar = new Calendar(anchor);
    chance = new Chance(seed);
    fees = new FeeBook(calendar);
    roster = new Roster(calendar, journal);
    roster.record();
    fees.record(journal);
    new PolicyBook(calendar, journal).record();
  }

  /** The next id of this kind, such as {@code AU-1001}. */
  String id(String prefix) {
    return prefix + "-" + (1000 + ids.merge(prefix, 1, Integer::sum));
  }

  int week(int low, int high) {
    return chance.between(low, high);
  }

  Clinician therapist() {
    return chance.pick(Cast.THERAPISTS);
  }

  /** A course of treatment that starts in that week, without approvals as yet. */
  Episode open(Payer payer, Clinician clinician, String procedure, int week, int visits) {
    return open(
        payer,
        clinician,
        procedure,
        week,
        visits,
        payer.prefix().charAt(0) + "G-" + chance.between(2000, 8999));
  }

  Episode open(
      Payer payer, Clinician clinician, String procedure, int week, int visits, String group) {
    LocalDate first = calendar.open(calendar.monday(week).plusDays(chance.between(0, 4)));
    var patient = Cast.patient(2000 + episodes.size() + 1, chance, calendar.anchor());
    var member =
        new Membership(
            id("CV"),
            patient,
            payer,
            payer.prefix() + chance.digits(8),
            group,
            first.withDayOfYear(1).minusYears(chance.between(0, 1)));
    return open(member, clinician, procedure, first, visits);
  }

  private Episode open(
      Membership member, Clinician clinician, String procedure, LocalDate first, int visits) {
    var episode =
        new Episode(
            this, clinician, member, procedure, chance.pick(DIAGNOSES), chance.percent(70) ? 1 : 2);
    boolean remote = chance.percent(35);
    for (int i = 0; i < visits; i++) {
      String code = i > 0 ? procedure : clinician.prescribes() ? "90792" : "90791";
      LocalDate date = calendar.open(first.plusWeeks((long) i * episode.cadence));
      var visit = new Visit(episode, date, code, minutes(code));
      visit.video = i > 0 && remote && chance.percent(75);
      visit.extras = extras(code);
      episode.visits.add(visit);
    }
    episodes.add(episode);
    return episode;
  }

  /** The office asks for the approval that the plan wants, in time and in full. */
  Episode cover(Episode episode) {
    if (episode.visits.size() > 1
        && PolicyBook.authorizes(episode.member.payer(), episode.procedure)) {
      LocalDate begin = episode.visit(1).date;
      episode.authorize(
          episode.visit(0).date,
          begin,
          episode.visits.size() + chance.between(2, 6),
          begin.plusDays(179));
    }
    return episode;
  }

  int minutes(String procedure) {
    return switch (procedure) {
      case "90834" -> chance.between(40, 50);
      case "90837" -> chance.between(54, 60);
      case "90847" -> chance.between(45, 50);
      case "99213" -> chance.between(18, 24);
      case "99214" -> chance.between(28, 36);
      default -> chance.between(52, 60);
    };
  }

  private List<String> extras(String procedure) {
    return switch (procedure) {
      case "99214" -> List.of("90833");
      case "90791" -> chance.percent(12) ? List.of("96127") : List.of();
      default -> List.of();
    };
  }

  /** A schedule or coverage record of the patient, by hand. */
  void coverage(LocalDate on, String time, Membership member, Object... more) {
    journal.add(Calendar.at(on, time), "coverage", Fields.with(fields(member), more));
  }

  static Map<String, Object> fields(Membership member) {
    return Fields.of(
        "coverageId",
        member.coverageId(),
        "patientId",
        member.patient().id(),
        "rank",
        "P",
        "payerId",
        member.payer().id(),
        "memberId",
        member.memberId(),
        "groupNumber",
        member.group(),
        "effective",
        member.effective());
  }

  static Map<String, Object> fields(Patient patient, LocalDate birthDate) {
    return Fields.of(
        "patientId",
        patient.id(),
        "name",
        Fields.of("first", patient.first(), "last", patient.last()),
        "birthDate",
        birthDate,
        "sex",
        patient.sex(),
        "part2",
        false);
  }

  /** Something that someone did, or was asked to do, about a claim. */
  void work(LocalDate on, String time, Claim claim, String type, LocalDate due, String note) {
    var at = Calendar.at(on, time);
    String event = id("WE");
    journal.later(
        at,
        "work-event",
        () ->
            Fields.of(
                "eventId",
                event,
                "controlNumber",
                claim.control,
                "at",
                at,
                "type",
                type,
                "due",
                due,
                "note",
                note));
  }

  /**
   * The answer of a plan about a visit, with these benefits and nothing else out of the ordinary.
   */
  Check check(Visit visit, List<Check.Benefit> benefits) {
    return check(visit, visit.member.memberId(), visit.member.memberId(), null, benefits);
  }

  Check check(
      Visit visit, String sent, String returned, LocalDate planEnd, List<Check.Benefit> benefits) {
    boolean batch = visit.date.getDayOfWeek().getValue() <= 3;
    LocalDate on =
        batch
            ? calendar.batchCheckFor(visit.date)
            : visit.date.minusDays(visit.date.getDayOfWeek().getValue() - 3L);
    return new Check(
        id("ELC"),
        visit.member.patient(),
        visit.member.payer(),
        visit.member.group(),
        visit.date,
        Calendar.at(on, "14:20"),
        sent,
        returned,
        visit.member.effective(),
        planEnd,
        benefits,
        batch);
  }

  List<Check.Benefit> usualBenefits(Visit visit) {
    var rate =
        fees.rate(visit.member.payer(), visit.procedure, visit.treating.license(), visit.date);
    return List.of(Check.Benefit.active(), Check.Benefit.copay(rate.copay() + ".00"));
  }

  /** Writes down what was planted; it can be concluded on the day after the last remittance. */
  void truth(Mishap mishap, Claim claim, String... root) {
    LocalDate last = claim.remittances().getLast();
    boolean part = claim.rulings.getLast().line() >= 0 && claim.lines.size() > 1;
    truths.add(
        new Truth(
            claim, mishap, part ? "PARTIALLY_DENIED" : "DENIED", last.plusDays(1), List.of(root)));
  }

  void truth(Mishap mishap, Claim claim, String verdict, LocalDate knownOn, String root) {
    truths.add(new Truth(claim, mishap, verdict, knownOn, List.of(root)));
  }
}
