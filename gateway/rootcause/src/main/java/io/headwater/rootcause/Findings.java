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
  private final Map<Cause, Refuted> refuted = new EnumMap<>(Cause.class);
  private final Map<Cause, Untestable> untestable = new EnumMap<>(Cause.class);

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

  void refute(Cause cause, String reason, Evidence... evidence) {
    var cited = new ArrayList<Evidence>();
    for (var statement : evidence) {
      if (statement != null) {
        cited.add(statement);
      }
    }
    refuted.putIfAbsent(cause, new Refuted(cause, reason, cited));
  }

  void cannotTest(Cause cause, String missing) {
    untestable.putIfAbsent(cause, new Untestable(cause, missing));
  }

  /** A service did not answer: none of its causes can be tested. */
  void cannotTest(Owner owner) {
    for (var cause : Cause.values()) {
      if (cause.owner() == owner) {
        cannotTest(cause, owner.name());
      }
    }
  }

  boolean found(Cause cause) {
    return violations.stream().anyMatch(v -> v.cause == cause);
  }

  Violation violation(Cause cause) {
    return violations.stream().filter(v -> v.cause == cause).findFirst().orElse(null);
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
