package io.headwater.rootcause;

import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Fault;
import io.headwater.vocabulary.Handoff;
import io.headwater.vocabulary.Outcome;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Polarity;
import io.headwater.vocabulary.Role;
import io.headwater.vocabulary.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Why a claim stands as it does, in the shape of the one query. Lists are best first; missing
 * values are null.
 *
 * @param action what to do, or null when there is nothing to do
 * @param blastRadius what else the root touches, or null where a service that knows did not answer
 * @param idle the waits that made an enrollment or an authorization late for the visit
 */
public record Diagnosis(
    String controlNumber,
    Verdict verdict,
    Completeness completeness,
    List<Line> lines,
    List<Finding> causes,
    List<Refuted> refuted,
    List<Untestable> untestable,
    List<Counterfactual> counterfactuals,
    Action action,
    BlastRadius blastRadius,
    List<Moment> timeline,
    List<Idle> idle) {

  /**
   * How much of what could be asked was answered.
   *
   * @param score from 0 to 1
   */
  public record Completeness(double score, List<Missing> missing) {}

  /** A service or record that could not be had, and why. */
  public record Missing(Owner service, String reason) {}

  /** A service line and what the payer did with it; amounts in dollars. */
  public record Line(
      int number,
      String procedure,
      List<String> modifiers,
      LocalDate serviceDate,
      BigDecimal charge,
      BigDecimal paid,
      BigDecimal denied,
      List<LineAdjustment> adjustments) {}

  /** A reduction of a line with the remarks given for it. */
  public record LineAdjustment(
      String group, String reason, BigDecimal amount, List<String> remarks) {}

  /**
   * A cause and the part it plays.
   *
   * @param rank from 1, best first
   * @param confidence from 0 to 1; of a root the probability that the roots named are the truth, of
   *     another cause that it had a part in the denial
   * @param lines numbers of the service lines it explains
   * @param origin where the chain began, or null
   */
  public record Finding(
      int rank,
      Cause code,
      Handoff handoff,
      Role role,
      Fault fault,
      double confidence,
      String summary,
      List<Integer> lines,
      Origin origin,
      List<Evidence> evidence) {}

  /** The moment at which a cause arose. */
  public record Origin(LocalDate at, Owner service, String summary) {}

  /**
   * A statement that a record bears out.
   *
   * @param record the id of the cited record
   * @param version the cited version
   * @param validAt the day for which it is said
   * @param recordedAt when it was learned
   */
  public record Evidence(
      String statement,
      Polarity polarity,
      Owner service,
      String kind,
      String record,
      Integer version,
      LocalDate validAt,
      Instant recordedAt) {}

  /** A cause that the records contradict. */
  public record Refuted(Cause code, String reason, List<Evidence> evidence) {}

  /** A cause that could not be tested, and the service or record that is missing. */
  public record Untestable(Cause code, String missing) {}

  /** Whether a change may be made now or would have had to be made then. */
  public enum Kind {
    REMEDY,
    PREVENTION
  }

  /**
   * What would have followed from other facts.
   *
   * @param allowed what the contract allows, or null
   * @param paid what the plan would pay, or null
   * @param nextDenial the denial that waits behind the change, or null
   */
  public record Counterfactual(
      Kind kind,
      List<Change> changes,
      Outcome outcome,
      BigDecimal allowed,
      BigDecimal paid,
      NextDenial nextDenial) {}

  /** A fact set to another value. */
  public record Change(String fact, String from, String to) {}

  /** The denial that follows after a change. */
  public record NextDenial(String reason, List<String> remarks, Cause cause) {}

  /**
   * What to do, by when.
   *
   * @param type the first step
   * @param deadline the last day, or null when no rule in force sets one
   * @param basis from what the deadline runs, with {@code passed} where it is over
   * @param policy the cited policy, or null
   * @param recoverable dollars the plan would pay if the action succeeds
   * @param expectedValue recoverable times probability, in dollars
   */
  public record Action(
      ActionKind type,
      List<ActionKind> steps,
      LocalDate deadline,
      String basis,
      String policy,
      double probability,
      BigDecimal recoverable,
      BigDecimal expectedValue,
      int effortMinutes,
      List<String> guardrails) {}

  /**
   * What else of the practice the first root touches.
   *
   * @param openClaims other claims and past visits not yet billed for which nothing was paid and
   *     nothing left to the patient
   * @param futureVisits visits booked for later days
   * @param amount what the contract allows for the open claims, in dollars; for a line without a
   *     contracted rate its charge
   */
  public record BlastRadius(int openClaims, int futureVisits, BigDecimal amount) {}

  /**
   * Days that a step waited, of an enrollment or an authorization that came too late.
   *
   * @param step from which to which state, such as {@code PACKET_COMPLETE_TO_SUBMITTED}
   * @param owner with whom it waited: {@code INTERNAL} is the practice, {@code EXTERNAL} the payer
   * @param days calendar days
   * @param rescues whether this visit would have been in time without them; null while undecided
   * @param summary the same in words
   * @param fleet what became of all visits that the root touches, or null where it touches others
   */
  public record Idle(
      String step, Fault owner, int days, Boolean rescues, String summary, Rescued fleet) {}

  /**
   * Visits that would have been in time without the idle days, this one among them, and those that
   * would not.
   *
   * @param amount what the contract allows for the first, in dollars
   * @param amountLost the same for the second
   */
  public record Rescued(int visits, BigDecimal amount, int visitsLost, BigDecimal amountLost) {}

  /** Something that happened, in order of time. */
  public record Moment(Instant at, Owner service, String event, String record) {}
}
