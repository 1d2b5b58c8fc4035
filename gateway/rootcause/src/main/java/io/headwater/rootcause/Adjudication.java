package io.headwater.rootcause;

import io.headwater.vocabulary.Adjustment;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a payer decides on a claim by its own rules and the facts on file: the model by which
 * denials are explained, asked before there is an answer to explain. A line pays, by the contract
 * and the plan's benefits, or is denied for the first rule that it breaks.
 *
 * @param lines in the order of the claim
 */
public record Adjudication(List<Decision> lines) {

  /** Keeps its own list. */
  public Adjudication {
    lines = List.copyOf(lines);
  }

  /**
   * What is decided on one line. Charge less adjustments is what is paid.
   *
   * @param number of the line, from 1
   * @param procedure as billed
   * @param modifiers as billed
   * @param serviceDate of the service
   * @param units as billed
   * @param charge dollars
   * @param allowed dollars by the contract; zero for a denied line
   * @param paid dollars
   * @param adjustments why less was paid: CO 45, PR 1 to 3, OA 23, or the denial
   * @param remarks RARCs
   * @param cause the rule it breaks, null when it pays
   * @param defect the payer's own fault in this decision, null when it decided rightly
   * @param because the decision in words
   */
  public record Decision(
      int number,
      String procedure,
      List<String> modifiers,
      LocalDate serviceDate,
      BigDecimal units,
      BigDecimal charge,
      BigDecimal allowed,
      BigDecimal paid,
      List<Adjustment> adjustments,
      List<String> remarks,
      Cause cause,
      PayerDefect defect,
      String because) {

    /** Keeps its own lists. */
    public Decision {
      modifiers = List.copyOf(modifiers);
      adjustments = List.copyOf(adjustments);
      remarks = List.copyOf(remarks);
    }

    /** Whether the line is denied. */
    public boolean denied() {
      return cause != null;
    }

    /** What is left to the patient (group PR); dollars. */
    public BigDecimal patientShare() {
      return adjustments.stream()
          .filter(a -> a.group().equals("PR"))
          .map(Adjustment::amount)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * A claim turned away at the front door (277CA).
   *
   * @param statuses why, the first deciding
   */
  public record Rejection(List<Status> statuses) {
    /** Keeps its own list. */
    public Rejection {
      statuses = List.copyOf(statuses);
    }
  }

  /**
   * A status of a rejection.
   *
   * @param category A3, A6, A7 or A8
   * @param code claim status code
   * @param entity of whom it speaks (82 rendering, 85 billing, IL insured, QC patient), or null
   * @param because in words
   */
  public record Status(String category, String code, String entity, String because) {}

  /**
   * Decides on a submission of the dossier's claim.
   *
   * @param submission the version of the claim; what was sent later is not looked at
   * @param defects how the payer goes wrong where it can
   * @throws IllegalArgumentException when the submission is not on file, or a service that would
   *     know what bears on it did not answer
   */
  public static Adjudication of(Dossier dossier, int submission, Set<PayerDefect> defects) {
    var w = world(dossier, submission);
    var decisions = new ArrayList<Decision>();
    var judge = new Judge(w, defects);
    for (var line : w.lines) {
      decisions.add(judge.decide(line));
    }
    return new Adjudication(judge.settled(decisions));
  }

  /**
   * What turns the claim away before anybody adjudicates it, if anything does.
   *
   * @param submission the version of the claim; what was sent later is not looked at
   * @param receivedOn the day on which the payer has it
   * @throws IllegalArgumentException as {@link #of}
   */
  public static Optional<Rejection> frontDoor(
      Dossier dossier, int submission, LocalDate receivedOn) {
    var statuses = FrontDoor.statuses(world(dossier, submission), receivedOn);
    return statuses.isEmpty() ? Optional.empty() : Optional.of(new Rejection(statuses));
  }

  private static World world(Dossier dossier, int submission) {
    for (var owner :
        List.of(
            Owner.CLAIMS,
            Owner.ELIGIBILITY,
            Owner.CREDENTIALING,
            Owner.AUTHORIZATIONS,
            Owner.PAYMENTS)) {
      if (!dossier.answered(owner)) {
        throw new IllegalArgumentException(owner + " did not answer");
      }
    }
    var w = Assembly.of(dossier);
    var sent =
        w.submissions.stream().filter(s -> s.version() == submission).findFirst().orElse(null);
    if (sent == null) {
      throw new IllegalArgumentException(
          "no submission " + submission + " of claim " + dossier.controlNumber());
    }
    w.submissions = w.submissions.subList(0, w.submissions.indexOf(sent) + 1);
    Assembly.bill(w, sent);
    return w;
  }

  /** What the payer pays in all; dollars. */
  public BigDecimal paid() {
    return lines.stream().map(Decision::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is charged in all; dollars. */
  public BigDecimal charge() {
    return lines.stream().map(Decision::charge).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is left to the patient in all; dollars. */
  public BigDecimal patientShare() {
    return lines.stream().map(Decision::patientShare).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether every line is denied. */
  public boolean denied() {
    return lines.stream().allMatch(Decision::denied);
  }
}
