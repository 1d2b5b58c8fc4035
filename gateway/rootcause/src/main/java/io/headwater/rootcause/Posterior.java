package io.headwater.rootcause;

import io.headwater.rootcause.Likelihoods.Standing;
import io.headwater.rootcause.Likelihoods.Word;
import io.headwater.rootcause.fact.CaseOutcome;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Role;
import io.headwater.vocabulary.Verdict;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How likely it is that the roots named for some lines are the truth: the prior of the payer's
 * codes times the likelihood ratios of what the records say, over all causes and over what is none
 * of ours. What cannot be known weighs one way as the other.
 */
final class Posterior {
  private static final List<Cause> CAUSES = List.of(Cause.values());

  /** A defect is proven, not only likely, from here on. */
  private static final double PROVEN = 0.85;

  /** A defect is borne out by a record, and not by the payer's word alone, from here on. */
  private static final double SUGGESTED = 0.6;

  private final Map<Cause, Role> roles = new EnumMap<>(Cause.class);
  private final Map<Cause, Double> certainty = new EnumMap<>(Cause.class);
  private final Set<Cause> refuted;
  private final Set<Cause> untestable;
  private final Map<Cause, Word> words;
  private final double[] weights;
  private double total;

  /**
   * Weighs every cause for the lines of a thought.
   *
   * @param w the world, turned to the lines
   * @param refuted what the records contradict
   * @param untestable what could not be examined
   */
  Posterior(
      World w, Verdict verdict, Answer.Thought thought, Set<Cause> refuted, Set<Cause> untestable) {
    this.refuted = refuted;
    this.untestable = untestable;
    this.words = words(w);
    thought
        .roles()
        .roles
        .forEach(
            (violation, role) -> {
              roles.merge(violation.cause, role, (a, b) -> a.ordinal() <= b.ordinal() ? a : b);
              certainty.merge(violation.cause, violation.certainty, Math::max);
            });
    var seen = new Likelihoods.Weighing(Observation.all(w));
    weights = Priors.of(thought.reported(), verdict, w.payerId, w.dossier.learned());
    double known = 0;
    for (var cause : CAUSES) {
      var prior = weights[cause.ordinal()];
      known += prior;
      weights[cause.ordinal()] =
          prior * seen.of(cause, standing(cause), words.getOrDefault(cause, Word.NOTHING));
      total += weights[cause.ordinal()];
    }
    total += Math.max(0, 1 - known);
  }

  /** How likely it is that these lines were denied for the roots named and their chain. */
  double ofRoots() {
    double named = 0;
    for (var role : roles.entrySet()) {
      if (role.getValue() != Role.CONTRIBUTING && role.getValue() != Role.NOTE) {
        named += weights[role.getKey().ordinal()];
      }
    }
    return named / total;
  }

  private Standing standing(Cause cause) {
    var role = roles.get(cause);
    if (role != null) {
      return switch (role) {
        case ROOT -> proof(certainty.get(cause));
        case ORIGIN, PROXIMATE -> Standing.PROVEN;
        case CONTRIBUTING -> Standing.INSUFFICIENT;
        case NOTE -> Standing.SILENT;
      };
    }
    if (untestable.contains(cause)) {
      return Standing.UNKNOWN;
    }
    return refuted.contains(cause) ? Standing.REFUTED : Standing.SILENT;
  }

  private static Standing proof(double certainty) {
    if (certainty > PROVEN) {
      return Standing.PROVEN;
    }
    return certainty > SUGGESTED ? Standing.SUGGESTED : Standing.PAYER_ALONE;
  }

  /** What billers said of the claim, the last word of each outcome. */
  private static Map<Cause, Word> words(World w) {
    var confirmed = EnumSet.noneOf(Cause.class);
    var corrected = EnumSet.noneOf(Cause.class);
    for (var outcome : w.outcomes) {
      if (aboutCause(outcome.fact())) {
        Cause.of(outcome.fact().cause()).ifPresent(confirmed::add);
        if (outcome.fact().named() != null) {
          Cause.of(outcome.fact().named()).ifPresent(corrected::add);
        }
      }
    }
    var words = new EnumMap<Cause, Word>(Cause.class);
    corrected.forEach(cause -> words.put(cause, Word.CORRECTS));
    confirmed.forEach(cause -> words.put(cause, Word.CONFIRMS));
    return words;
  }

  /** Whether an outcome says which cause was found. */
  static boolean aboutCause(CaseOutcome outcome) {
    return outcome.cause() != null
        && ("CAUSE_CONFIRMED".equals(outcome.type()) || "CAUSE_CORRECTED".equals(outcome.type()));
  }
}
