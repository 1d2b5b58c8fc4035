package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Idle;
import io.headwater.rootcause.Diagnosis.Rescued;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.Enrollment;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Fault;
import io.headwater.vocabulary.Handoff;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Days that the steps of an enrollment or an authorization waited which came too late for the
 * visit, with whom they waited, and what would have followed without them. A step that is still
 * under way waits until the day of the question, and nobody knows yet what it costs.
 */
final class IdleTime {
  private final World w;
  private final Reach reach;
  private final List<Idle> steps = new ArrayList<>();

  private IdleTime(World w, Reach reach) {
    this.w = w;
    this.reach = reach;
  }

  /**
   * The steps in order; none where nothing came too late.
   *
   * @param reach what else the root touches, or null
   */
  static List<Idle> of(World w, Reach reach) {
    var idle = new IdleTime(w, reach);
    if (w.dos != null && w.dated) {
      idle.enrollment();
      idle.authorization();
    }
    return List.copyOf(idle.steps);
  }

  private void enrollment() {
    var of =
        Latest.where(
            w.enrollments,
            e -> Objects.equals(e.npi(), w.renderingNpi) && Objects.equals(e.payerId(), w.payerId));
    var late =
        of.stream()
            .filter(e -> late(e.fact()))
            .max(Comparator.comparing(e -> e.fact().effective() != null));
    if (late.isEmpty() || of.stream().anyMatch(e -> covers(e.fact()))) {
      return;
    }
    var e = late.get().fact();
    var decided = e.approvedOn() != null ? e.approvedOn() : e.effective();
    step(
        Step.PACKET_COMPLETE_TO_SUBMITTED,
        e.packetCompleteOn(),
        e.submittedOn(),
        e.effective(),
        true);
    step(
        Step.SUBMITTED_TO_APPROVED,
        e.submittedOn(),
        decided,
        e.effective(),
        !Objects.equals(e.effective(), e.submittedOn())
            && !Objects.equals(e.effective(), e.payerReceivedOn()));
    for (var question : questions(late.get().id())) {
      step(Step.INFO_REQUESTED_TO_ANSWERED, question.from(), question.to(), e.effective(), true);
    }
  }

  private boolean late(Enrollment e) {
    return !Set.of("DENIED", "WITHDRAWN", "TERMINATED", "SUSPENDED").contains(e.status())
        && (e.effective() == null || e.effective().isAfter(w.dos));
  }

  private boolean covers(Enrollment e) {
    return e.effective() != null
        && !e.effective().isAfter(w.dos)
        && (e.termination() == null || !e.termination().isBefore(w.dos));
  }

  private record Span(LocalDate from, LocalDate to) {}

  /** Spans in which the payer waited for an answer of the practice. */
  private List<Span> questions(String enrollmentId) {
    var spans = new ArrayList<Span>();
    LocalDate asked = null;
    for (var version : w.dossier.enrollments()) {
      if (!version.id().equals(enrollmentId)) {
        continue;
      }
      var day = w.day(version.recordedAt());
      if ("INFO_REQUESTED".equals(version.fact().status())) {
        asked = asked == null ? day : asked;
      } else if (asked != null) {
        spans.add(new Span(asked, day));
        asked = null;
      }
    }
    if (asked != null) {
      spans.add(new Span(asked, null));
    }
    return spans;
  }

  private void authorization() {
    var late =
        w.authorizations.stream()
            .filter(a -> Objects.equals(a.fact().payerId(), w.payerId) && late(a.fact()))
            .min(Comparator.comparing(a -> began(a.fact())));
    var inTime =
        w.authorizations.stream()
            .anyMatch(
                a ->
                    a.fact().effective() != null
                        && !a.fact().effective().isAfter(w.dos)
                        && (a.fact().expires() == null || !a.fact().expires().isBefore(w.dos)));
    if (late.isEmpty() || inTime) {
      return;
    }
    var a = late.get().fact();
    var requested = w.day(a.requestedAt());
    var booked = EnrollmentDelays.booked(w);
    var needed = booked == null ? null : w.day(booked.fact().at());
    step(Step.BOOKED_TO_REQUESTED, needed, requested, a.effective(), true);
    step(
        Step.REQUESTED_TO_DECIDED,
        requested,
        w.day(a.decidedAt()),
        a.effective(),
        !Objects.equals(a.effective(), requested));
  }

  private boolean late(Authorization a) {
    var requested = w.day(a.requestedAt());
    return !Set.of("DENIED", "CANCELLED").contains(String.valueOf(a.status()))
        && (a.effective() != null && a.effective().isAfter(w.dos)
            || a.effective() == null && requested != null && requested.isAfter(w.dos));
  }

  private LocalDate began(Authorization a) {
    return a.effective() != null ? a.effective() : w.day(a.requestedAt());
  }

  /**
   * Adds a step that waited.
   *
   * @param to when it ended, or null while it waits
   * @param effective when that which came too late began, or null while undecided
   * @param moves whether it would have begun earlier without the days
   */
  private void step(Step step, LocalDate from, LocalDate to, LocalDate effective, boolean moves) {
    var until = to == null ? w.today : to;
    if (from == null || !from.isBefore(until)) {
      return;
    }
    int days = (int) ChronoUnit.DAYS.between(from, until);
    if (to == null || effective == null) {
      var open = step.words + " " + days + " days, with " + with(step) + ", and is not decided.";
      steps.add(new Idle(step.name(), step.owner, days, null, open, null));
      return;
    }
    var earlier = moves ? effective.minusDays(days) : effective;
    var rescues = !earlier.isAfter(w.dos);
    var fleet = touched(step) ? fleet(earlier) : null;
    steps.add(
        new Idle(
            step.name(),
            step.owner,
            days,
            rescues,
            words(step, days, earlier, rescues, fleet),
            fleet));
  }

  private String words(Step step, int days, LocalDate earlier, boolean rescues, Rescued fleet) {
    return step.words
        + " "
        + days
        + " days, with "
        + with(step)
        + "; without them it would have been in force on "
        + earlier
        + (rescues ? ", in time for the visit" : ", still too late for the visit")
        + (fleet == null
            ? "."
            : "; of "
                + (fleet.visits() + fleet.visitsLost())
                + " visits touched "
                + fleet.visits()
                + " ("
                + fleet.amount()
                + ") would be saved, "
                + fleet.visitsLost()
                + " ("
                + fleet.amountLost()
                + ") not.");
  }

  private static String with(Step step) {
    return step.owner == Fault.INTERNAL ? "the practice" : "the payer";
  }

  /** Whether what the root touches is what the step made late. */
  private boolean touched(Step step) {
    return reach != null
        && (reach.root().handoff() == step.makesLate || reach.root() == step.bookedEarly);
  }

  private Rescued fleet(LocalDate earlier) {
    var touched = new ArrayList<>(reach.open());
    touched.add(reach.own());
    var saved = touched.stream().filter(t -> !t.day().isBefore(earlier)).toList();
    var lost = touched.stream().filter(t -> t.day().isBefore(earlier)).toList();
    return new Rescued(saved.size(), Reach.worth(saved), lost.size(), Reach.worth(lost));
  }

  /** A step that can wait, with whom, and what it makes late. */
  private enum Step {
    PACKET_COMPLETE_TO_SUBMITTED(
        "The complete packet lay",
        Fault.INTERNAL,
        Handoff.CREDENTIALING,
        Cause.SCHED_BEFORE_ENROLMENT),
    SUBMITTED_TO_APPROVED(
        "The application was under review",
        Fault.EXTERNAL,
        Handoff.CREDENTIALING,
        Cause.SCHED_BEFORE_ENROLMENT),
    INFO_REQUESTED_TO_ANSWERED(
        "The payer's question lay",
        Fault.INTERNAL,
        Handoff.CREDENTIALING,
        Cause.SCHED_BEFORE_ENROLMENT),
    BOOKED_TO_REQUESTED(
        "After the booking nobody asked for the authorization for",
        Fault.INTERNAL,
        Handoff.AUTHORIZATION,
        Cause.SCHED_BEFORE_AUTH),
    REQUESTED_TO_DECIDED(
        "The request for authorization was undecided",
        Fault.EXTERNAL,
        Handoff.AUTHORIZATION,
        Cause.SCHED_BEFORE_AUTH);

    private final String words;
    private final Fault owner;
    private final Handoff makesLate;
    private final Cause bookedEarly;

    Step(String words, Fault owner, Handoff makesLate, Cause bookedEarly) {
      this.words = words;
      this.owner = owner;
      this.makesLate = makesLate;
      this.bookedEarly = bookedEarly;
    }
  }
}
