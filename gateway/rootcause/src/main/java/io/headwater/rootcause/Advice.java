package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Action;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** What to do about what was concluded. */
final class Advice {
  private final World w;
  private final Ledger ledger;
  private final Verdict verdict;
  private final List<Answer.Thought> thoughts;

  Advice(World w, Ledger ledger, Verdict verdict, List<Answer.Thought> thoughts) {
    this.w = w;
    this.ledger = ledger;
    this.verdict = verdict;
    this.thoughts = thoughts;
  }

  /** Whether an appeal was filed after the last adjudication. */
  private boolean appealed() {
    var last = Latest.last(w.payments);
    return last != null
        && last.fact().paymentDate() != null
        && w.workEvents.stream()
            .anyMatch(
                e ->
                    "APPEAL_FILED".equals(e.fact().type())
                        && e.fact().at() != null
                        && !w.day(e.fact().at()).isBefore(last.fact().paymentDate()));
  }

  Action action() {
    if (!w.dossier.answered(Owner.PAYMENTS)) {
      return null;
    }
    if (verdict == Verdict.PENDING) {
      return waits("The payer has not decided.");
    }
    var proposals = new ArrayList<Proposal>();
    for (var thought : thoughts) {
      if (!thought.roles().roots.isEmpty()) {
        Assembly.turnTo(w, thought.lines());
        var plan = new Plans(w, ledger, verdict, thought.reported()).of(thought.roles().roots);
        proposals.add(new Proposal(thought, plan, recoverable(plan, thought)));
      }
    }
    var first = proposals.stream().reduce((a, b) -> b.before(a) ? b : a).orElse(null);
    if (first == null) {
      if (thoughts.stream().anyMatch(t -> Answer.waiting(w, t.reported()))) {
        return waits("The records were sent; the payer has not decided again.");
      }
      return switch (verdict) {
        case REJECTED -> ofFirst(plans -> plans.resent());
        case DENIED, PARTIALLY_DENIED ->
            w.dossier.unavailable().isEmpty() ? ofFirst(plans -> plans.unexplained()) : null;
        case NOT_A_DENIAL, UNDERPAID, REVERSED, PAID, PENDING -> null;
      };
    }
    if (appealed()) {
      return waits("An appeal is with the payer.");
    }
    var steps = new LinkedHashSet<>(first.plan().steps());
    var rails = new LinkedHashSet<>(rails(first));
    var recoverable = BigDecimal.ZERO.setScale(2);
    for (var proposal : proposals) {
      steps.addAll(proposal.plan().steps());
      rails.addAll(rails(proposal));
      recoverable = recoverable.add(proposal.recoverable());
    }
    var thought = first.thought();
    Assembly.turnTo(w, thought.lines());
    var probability = probability(first.plan(), thought, thought.roles().roots);
    var window = first.plan().window().told(w.today);
    return new Action(
        first.plan().type(),
        List.copyOf(steps),
        window.last(),
        window.basis(),
        window.policy(),
        probability,
        recoverable,
        expected(recoverable, probability),
        first.plan().minutes(),
        List.copyOf(rails));
  }

  private List<String> rails(Proposal proposal) {
    var thought = proposal.thought();
    Assembly.turnTo(w, thought.lines());
    return Guardrails.of(w, thought.reported(), proposal.plan(), thought.roles().roots);
  }

  /** What to do about the lines of one thought, and what that may bring back, in dollars. */
  private record Proposal(Answer.Thought thought, Plan plan, BigDecimal recoverable) {
    /** A review comes before all else, and what may bring something back before what may not. */
    boolean before(Proposal other) {
      if (plan.reviewed() != other.plan.reviewed()) {
        return plan.reviewed();
      }
      return plan.lost() == other.plan.lost()
          ? recoverable.compareTo(other.recoverable) > 0
          : other.plan.lost();
    }
  }

  private static Action waits(String basis) {
    var nothing = BigDecimal.ZERO.setScale(2);
    return new Action(
        ActionKind.WAIT,
        List.of(ActionKind.WAIT),
        null,
        basis,
        null,
        1,
        nothing,
        nothing,
        0,
        List.of());
  }

  /** What to do where no cause is proven. */
  private Action ofFirst(Function<Plans, Plan> way) {
    var thought = thoughts.getFirst();
    var plan = way.apply(new Plans(w, ledger, verdict, thought.reported()));
    var worth = recoverable(plan, thought);
    var probability = probability(plan, thought, List.of());
    var window = plan.window().told(w.today);
    return new Action(
        plan.type(),
        plan.steps(),
        window.last(),
        window.basis(),
        window.policy(),
        probability,
        worth,
        expected(worth, probability),
        plan.minutes(),
        Guardrails.of(w, thought.reported(), plan, List.of()));
  }

  /** How likely the plan is to help; where roots only pay together, by the least likely of them. */
  private double probability(Plan plan, Answer.Thought thought, List<Violation> roots) {
    var learned = w.dossier.learned();
    return roots.stream()
        .mapToDouble(
            root ->
                Recoverability.of(
                    plan.type(), root.cause, root.mended, thought.reported(), w.payerId, learned))
        .min()
        .orElseGet(
            () ->
                Recoverability.of(
                    plan.type(), null, false, thought.reported(), w.payerId, learned));
  }

  private BigDecimal recoverable(Plan plan, Answer.Thought thought) {
    if (plan.lost()) {
      return BigDecimal.ZERO.setScale(2);
    }
    return switch (plan.type()) {
      case VOID, PATIENT_REFUND -> BigDecimal.ZERO.setScale(2);
      case PATIENT_STATEMENT ->
          verdict == Verdict.NOT_A_DENIAL ? thought.recoverable() : ofPatient(thought.lines());
      default -> thought.recoverable();
    };
  }

  /** What the payer left to the patient (PR) of some lines; nothing else may go there. */
  private BigDecimal ofPatient(List<Integer> lines) {
    var left = BigDecimal.ZERO;
    for (var line : ledger.lines) {
      if (lines.contains(line.number())) {
        for (var adjustment : line.adjustments()) {
          if ("PR".equals(adjustment.group())) {
            left = left.add(Ledger.zero(adjustment.amount()));
          }
        }
      }
    }
    return Ledger.cents(left.min(ledger.denied()).max(BigDecimal.ZERO));
  }

  private static BigDecimal expected(BigDecimal recoverable, double probability) {
    return Ledger.cents(recoverable.multiply(BigDecimal.valueOf(probability)));
  }
}
