package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Evidence;
import io.headwater.rootcause.Diagnosis.Refuted;
import io.headwater.rootcause.Diagnosis.Untestable;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Polarity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the examinations of a claim found, as they go. */
final class Findings {
  final List<Violation> violations = new ArrayList<>();
  private final boolean real;
  private final Map<Cause, Refuted> refuted = new EnumMap<>(Cause.class);
  private final Map<Cause, Untestable> untestable = new EnumMap<>(Cause.class);

  /** Nothing found yet, of the world as it is. */
  Findings() {
    this(true);
  }

  /**
   * Nothing found yet.
   *
   * @param real whether this is the world as it is; of another world only the violations matter
   */
  Findings(boolean real) {
    this.real = real;
  }

  /** A broken rule; the same cause of several lines is one finding. */
  void violated(Violation violation) {
    for (var known : violations) {
      if (known.cause == violation.cause) {
        known.merge(violation);
        return;
      }
    }
    violations.add(violation);
  }

  /** What the records contradict; where none could be cited, nothing was shown. */
  void refute(Cause cause, String reason, Evidence... evidence) {
    if (!real || refuted.containsKey(cause)) {
      return;
    }
    var cited = new ArrayList<Evidence>();
    for (var statement : evidence) {
      if (statement != null) {
        cited.add(statement);
      }
    }
    if (cited.isEmpty()) {
      cannotTest(cause, "a record that bears on it");
      return;
    }
    refuted.put(cause, new Refuted(cause, reason, cited));
  }

  void cannotTest(Cause cause, String missing) {
    if (!real) {
      return;
    }
    untestable.putIfAbsent(cause, new Untestable(cause, missing));
  }

  /** A service did not answer: none of its causes can be tested. */
  void cannotTest(Owner owner) {
    cannotTest(owner, owner.name());
  }

  /** Something is missing without which none of the causes of a service can be tested. */
  void cannotTest(Owner owner, String missing) {
    for (var cause : Cause.values()) {
      if (cause.owner() == owner) {
        cannotTest(cause, missing);
      }
    }
  }

  boolean found(Cause cause) {
    return violation(cause) != null;
  }

  Violation violation(Cause cause) {
    for (var violation : violations) {
      if (violation.cause == cause) {
        return violation;
      }
    }
    return null;
  }

  /** Whether a cause was ruled out, or could not be tested. */
  boolean settled(Cause cause) {
    return refuted.containsKey(cause) || untestable.containsKey(cause);
  }

  /** Refuted causes that nothing in the same examination proved or left open. */
  List<Refuted> refuted() {
    return refuted.values().stream()
        .filter(r -> !found(r.code()) && !untestable.containsKey(r.code()))
        .toList();
  }

  List<Untestable> untestable() {
    return untestable.values().stream().filter(u -> !found(u.code())).toList();
  }

  /** A statement for a cause, cited from a record. */
  static Evidence confirms(Recorded<?> record, LocalDate validAt, String statement) {
    return evidence(record, validAt, statement, Polarity.CONFIRMS);
  }

  /** A statement against a cause, cited from a record. */
  static Evidence refutes(Recorded<?> record, LocalDate validAt, String statement) {
    return evidence(record, validAt, statement, Polarity.REFUTES);
  }

  private static Evidence evidence(
      Recorded<?> record, LocalDate validAt, String statement, Polarity polarity) {
    return record == null
        ? null
        : new Evidence(
            statement,
            polarity,
            record.owner(),
            record.kind(),
            record.id(),
            record.version(),
            validAt,
            record.recordedAt());
  }
}
