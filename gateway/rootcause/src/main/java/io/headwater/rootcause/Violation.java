package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Evidence;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Fault;
import io.headwater.vocabulary.Handoff;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A rule that a line breaks: which, by what evidence, and what would undo it. */
final class Violation {
  final Cause cause;
  final Set<Integer> lines = new LinkedHashSet<>();
  final List<Evidence> evidence = new ArrayList<>();
  final List<Cure> cures = new ArrayList<>();
  String summary;

  /** The code that would say it precisely (CARC), and its remark. */
  String reason;

  List<String> remarks = List.of();
  Fault fault;
  Handoff handoff;
  Origin origin;

  /** False for a defect that by itself denies nothing, such as a late note. */
  boolean denies = true;

  /** The defect has been put right since the denial; what remains is to send the claim again. */
  boolean mended;

  /** How sure the records make it, from 0 to 1. */
  double certainty = 0.97;

  /** Causes that explain this one, with their evidence; they take roles of their own. */
  final List<Linked> linked = new ArrayList<>();

  /** A cause in the same chain. */
  record Linked(Violation violation, io.headwater.vocabulary.Role role) {}

  /**
   * A change of facts that undoes the violation.
   *
   * @param to the world in which the facts are otherwise
   */
  record Cure(Kind kind, List<Change> changes, UnaryOperator<World> to) {}

  Violation(Cause cause, int line, String reason, String summary) {
    this.cause = cause;
    this.lines.add(line);
    this.reason = reason;
    this.summary = summary;
    this.fault = cause.fault();
    this.handoff = cause.handoff();
  }

  Violation cites(Evidence... statements) {
    for (var statement : statements) {
      if (statement != null) {
        evidence.add(statement);
      }
    }
    return this;
  }

  Violation cure(Kind kind, String fact, String from, String to, UnaryOperator<World> world) {
    cures.add(new Cure(kind, List.of(new Change(fact, from, to)), world));
    return this;
  }

  Violation cure(Kind kind, List<Change> changes, UnaryOperator<World> world) {
    cures.add(new Cure(kind, changes, world));
    return this;
  }

  Violation link(Violation other, io.headwater.vocabulary.Role role) {
    linked.add(new Linked(other, role));
    return this;
  }

  Violation remark(String... codes) {
    remarks = List.of(codes);
    return this;
  }

  /** Joins the same defect of another line: a cure is then one of both. */
  void merge(Violation other) {
    lines.addAll(other.lines);
    for (var e : other.evidence) {
      if (!evidence.contains(e)) {
        evidence.add(e);
      }
    }
    for (int i = 0; i < cures.size() && i < other.cures.size(); i++) {
      var mine = cures.get(i);
      var theirs = other.cures.get(i);
      cures.set(
          i, new Cure(mine.kind(), mine.changes(), x -> theirs.to().apply(mine.to().apply(x))));
    }
  }
}
