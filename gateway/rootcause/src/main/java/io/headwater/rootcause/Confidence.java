package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;

import io.headwater.rootcause.Diagnosis.Evidence;
import io.headwater.rootcause.Diagnosis.Finding;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Role;
import io.headwater.vocabulary.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How sure an answer is of each cause, and in which order it names them. For a root it is the
 * probability that the roots named are the truth; for another cause, that it had a part in the
 * denial.
 */
final class Confidence {
  /** How surely a cause had a part, by its role; data, read once from {@code parts.tsv}. */
  private static final Map<Role, Double> PARTS = parts();

  private final World w;
  private final Map<Cause, Double> sure = new EnumMap<>(Cause.class);
  private final Map<Cause, Role> roles = new EnumMap<>(Cause.class);

  /** Weighs what was concluded for each group of lines. */
  Confidence(
      World w,
      Verdict verdict,
      List<Answer.Thought> thoughts,
      Set<Cause> refuted,
      Set<Cause> untestable) {
    this.w = w;
    for (var thought : thoughts) {
      Assembly.turnTo(w, thought.lines());
      var posterior = new Posterior(w, verdict, thought, refuted, untestable);
      var roots = thought.roles().roots.isEmpty() ? 1 : posterior.ofRoots();
      thought.roles().roles.forEach((violation, role) -> weigh(violation.cause, role, roots));
    }
  }

  /** The best role that any group of lines gives a cause, and how sure that is. */
  private void weigh(Cause cause, Role role, double roots) {
    var before = roles.get(cause);
    var part = PARTS.getOrDefault(role, 1.0) * roots;
    if (before == null || role.ordinal() < before.ordinal()) {
      roles.put(cause, role);
      sure.put(cause, part);
    } else if (role == before) {
      sure.merge(cause, part, Math::max);
    }
  }

  /** A cause with its role and the lines it explains. */
  record Ranked(Violation violation, Role role, TreeSet<Integer> lines) {
    Ranked with(Ranked other) {
      lines.addAll(other.lines);
      return other.role.ordinal() < role.ordinal()
          ? new Ranked(other.violation, other.role, lines)
          : this;
    }
  }

  /** The causes, best first: roots before the rest of their chain, the surer before the less. */
  List<Finding> rank(Collection<Ranked> causes) {
    var order =
        causes.stream()
            .sorted(
                Comparator.comparingInt((Ranked r) -> r.role().ordinal())
                    .thenComparing(r -> -of(r.violation().cause)))
            .toList();
    var findings = new ArrayList<Finding>();
    for (var cause : order) {
      var v = cause.violation();
      findings.add(
          new Finding(
              findings.size() + 1,
              v.cause,
              v.handoff,
              cause.role(),
              v.fault,
              of(v.cause),
              v.summary,
              cause.lines().stream().filter(n -> n > 0).toList(),
              v.origin,
              evidence(v)));
    }
    return findings;
  }

  private double of(Cause cause) {
    return Math.round(sure.getOrDefault(cause, 0.0) * 1000) / 1000.0;
  }

  /** The evidence of a cause, with what a biller who worked the claim said of it. */
  private List<Evidence> evidence(Violation v) {
    var evidence = new ArrayList<>(v.evidence);
    for (var outcome : w.outcomes) {
      if (Posterior.aboutCause(outcome.fact()) && v.cause.code().equals(outcome.fact().cause())) {
        evidence.add(
            confirms(
                outcome,
                w.day(outcome.recordedAt()),
                "Whoever worked the claim found this cause."));
      } else if (Posterior.aboutCause(outcome.fact())
          && v.cause.code().equals(outcome.fact().named())) {
        evidence.add(
            Findings.refutes(
                outcome,
                w.day(outcome.recordedAt()),
                "Whoever worked the claim found " + outcome.fact().cause() + " instead."));
      }
    }
    return List.copyOf(evidence);
  }

  private static Map<Role, Double> parts() {
    var parts = new EnumMap<Role, Double>(Role.class);
    for (var row : Rows.of("parts.tsv")) {
      parts.put(Role.valueOf(row.get(0)), Double.parseDouble(row.get(1)));
    }
    return parts;
  }
}
