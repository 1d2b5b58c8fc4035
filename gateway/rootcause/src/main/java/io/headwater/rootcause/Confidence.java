package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Finding;
import io.headwater.vocabulary.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** How sure an answer is of each cause, and in which order it names them. */
final class Confidence {
  private Confidence() {}

  /** A cause with its role and the lines it explains. */
  record Ranked(Violation violation, Role role, TreeSet<Integer> lines, boolean named) {
    Ranked with(Ranked other) {
      lines.addAll(other.lines);
      return other.role.ordinal() < role.ordinal()
          ? new Ranked(other.violation, other.role, lines, named || other.named)
          : this;
    }
  }

  static List<Finding> rank(World w, List<Ranked> causes) {
    var order =
        causes.stream().sorted(Comparator.comparingInt((Ranked r) -> r.role().ordinal())).toList();
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
              of(w, cause),
              v.summary,
              cause.lines().stream().filter(n -> n > 0).toList(),
              v.origin,
              List.copyOf(v.evidence)));
    }
    return findings;
  }

  /**
   * The probability that the cause is at work: what the records prove, weighed with what the code
   * means.
   */
  private static double of(World w, Ranked cause) {
    var sure = cause.violation().certainty;
    var fits = cause.named() || cause.role() != Role.ROOT ? 1.0 : 0.85;
    var part =
        switch (cause.role()) {
          case ROOT -> 1.0;
          case ORIGIN, PROXIMATE -> 0.95;
          case CONTRIBUTING -> 0.8;
          case NOTE -> 0.75;
        };
    var known = Math.pow(0.9, w.dossier.unavailable().size());
    return Math.round(sure * fits * part * known * 1000) / 1000.0;
  }
}
