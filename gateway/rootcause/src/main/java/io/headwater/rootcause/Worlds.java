package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Counterfactual;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.NextDenial;
import io.headwater.rootcause.Violation.Cure;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Outcome;
import io.headwater.vocabulary.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What would have followed from other facts: single changes, then joint ones, and those never to be
 * made.
 */
final class Worlds {
  private static final int MOST = 40;

  /** How many denials that wait one behind the other are followed. */
  private static final int DEEP = 2;

  private final World w;
  private final Reported reported;
  private final List<Integer> lines;
  private final List<Counterfactual> found = new ArrayList<>();
  private final Set<Set<Change>> seen = new HashSet<>();

  /** What the plan pays once everything that can be remedied is; null when nothing was computed. */
  Adjudicator.Fate remedied;

  Worlds(World w, Reported reported, List<Integer> lines) {
    this.w = w;
    this.reported = reported;
    this.lines = lines;
  }

  /** Whether the lines pay when a cure is all that is changed. */
  boolean paysAlone(Cure cure) {
    return Adjudicator.fate(cure.to().apply(w.copy()), reported, lines).pays();
  }

  List<Counterfactual> of(Roles roles) {
    for (Map.Entry<Violation, Role> entry : roles.roles.entrySet()) {
      if (entry.getValue() != Role.NOTE) {
        for (var cure : entry.getKey().cures) {
          single(cure, entry.getKey());
        }
      }
    }
    joint(roles);
    behind(roles);
    forbidden();
    found.sort(java.util.Comparator.comparingInt(Worlds::order));
    return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : List.copyOf(found);
  }

  static int order(Counterfactual c) {
    return switch (c.outcome()) {
      case PAYS -> c.kind() == Kind.REMEDY ? c.changes().size() : 10 + c.changes().size();
      case DENIES -> 20 + c.changes().size();
      case FORBIDDEN -> 40;
    };
  }

  private void single(Cure cure, Violation of) {
    add(cure.kind(), cure.changes(), cure.to().apply(w.copy()));
    if (cure.changes().size() > 1 && found.getLast().outcome() == Outcome.PAYS) {
      for (var change : cure.changes()) {
        if (seen.add(Set.of(change))) {
          var next = new NextDenial(of.reason, of.remarks, of.cause);
          found.add(
              new Counterfactual(cure.kind(), List.of(change), Outcome.DENIES, null, null, next));
        }
      }
    }
  }

  private void add(Kind kind, List<Change> changes, World world) {
    if (!seen.add(new HashSet<>(changes))) {
      return;
    }
    var fate = Adjudicator.fate(world, reported, lines);
    if (fate.pays() && kind == Kind.REMEDY && remedied == null) {
      remedied = fate;
    }
    found.add(
        new Counterfactual(
            kind,
            changes,
            fate.pays() ? Outcome.PAYS : Outcome.DENIES,
            fate.allowed(),
            fate.paid(),
            fate.next()));
  }

  /** Pairs, triples and all of the cures that are needed together. */
  private void joint(Roles roles) {
    var needed = new ArrayList<Cure>();
    for (var entry : roles.roles.entrySet()) {
      var v = entry.getKey();
      if (v.denies
          && entry.getValue() != Role.ORIGIN
          && entry.getValue() != Role.NOTE
          && !v.cures.isEmpty()
          && !covered(v, roles)) {
        needed.add(best(v));
      }
    }
    if (needed.size() < 2) {
      return;
    }
    var sets = new ArrayList<List<Cure>>();
    for (int i = 0; i < needed.size(); i++) {
      for (int j = i + 1; j < needed.size(); j++) {
        sets.add(List.of(needed.get(i), needed.get(j)));
        for (int k = j + 1; k < needed.size(); k++) {
          sets.add(List.of(needed.get(i), needed.get(j), needed.get(k)));
        }
      }
    }
    if (needed.size() > 3) {
      sets.add(needed);
    }
    sets.sort(java.util.Comparator.comparingInt(List::size));
    for (var set : sets) {
      together(set);
    }
  }

  private void together(List<Cure> set) {
    var changes = set.stream().flatMap(cure -> cure.changes().stream()).distinct().toList();
    if (minimal(changes)) {
      var kind =
          set.stream().allMatch(c -> c.kind() == Kind.REMEDY) ? Kind.REMEDY : Kind.PREVENTION;
      add(kind, changes, after(set));
    }
  }

  private World after(List<Cure> cures) {
    var world = w.copy();
    for (var cure : cures) {
      world = cure.to().apply(world);
    }
    return world;
  }

  /**
   * Where not even all roots together are enough: with what undoes the denials that wait behind
   * them, as far as that goes; each change is listed alone too.
   */
  private void behind(Roles roles) {
    if (roles.roots.isEmpty()
        || roles.roots.stream().anyMatch(root -> root.cures.isEmpty())
        || found.stream().anyMatch(c -> c.outcome() == Outcome.PAYS)) {
      return;
    }
    var undone = EnumSet.noneOf(Cause.class);
    var cures = new ArrayList<Cure>();
    for (var root : roles.roots) {
      undone.add(root.cause);
      cures.add(best(root));
    }
    var next = Adjudicator.next(after(cures), reported, lines);
    for (int deep = 0; deep < DEEP && next != null; deep++) {
      if (next.cures.isEmpty() || !undone.add(next.cause)) {
        return;
      }
      cures.add(best(next));
      next = Adjudicator.next(after(cures), reported, lines);
    }
    if (next == null) {
      cures.forEach(cure -> add(cure.kind(), cure.changes(), after(List.of(cure))));
      together(cures);
    }
  }

  /** Whether no part of the changes already pays. */
  private boolean minimal(List<Change> changes) {
    return found.stream()
        .noneMatch(c -> c.outcome() == Outcome.PAYS && changes.containsAll(c.changes()));
  }

  private static boolean covered(Violation v, Roles roles) {
    return roles.roles.keySet().stream()
        .anyMatch(
            o ->
                o.linked.stream()
                    .anyMatch(l -> l.violation() == v || l.violation().cause == v.cause));
  }

  /** The world in which every root that can be remedied has been. */
  World mended(Roles roles) {
    var world = w.copy();
    for (var root : roles.roots) {
      if (root.cures.stream().anyMatch(c -> c.kind() == Kind.REMEDY)) {
        world = best(root).to().apply(world);
      }
    }
    return world;
  }

  private static Cure best(Violation v) {
    var remedies = v.cures.stream().filter(c -> c.kind() == Kind.REMEDY).toList();
    return remedies.isEmpty() ? v.cures.getFirst() : remedies.getLast();
  }

  /** Changes of what happened in the room; never to be made, and said so. */
  private void forbidden() {
    forbid("claim.renderingNpi", "the clinician billed", "another clinician");
    forbid("encounter.treatingNpi", "who treated", "another clinician");
    forbid(
        "encounter.minutes",
        w.minutes() == null ? "as documented" : w.minutes().toString(),
        "other minutes");
    forbid("encounter.modality", "as it was", "another modality");
    forbid("encounter.patientLocation", "where the patient was", "elsewhere");
    forbid("encounter.serviceDate", String.valueOf(w.dos), "another day");
    forbid("encounter.diagnoses", "as noted at signing", "other diagnoses");
    if (found.stream()
        .flatMap(c -> c.changes().stream())
        .noneMatch(c -> c.fact().equals("claim.procedure"))) {
      forbid(
          "claim.procedure", "as documented", "a code that the documented minutes do not support");
    }
  }

  private void forbid(String fact, String from, String to) {
    found.add(
        new Counterfactual(
            Kind.REMEDY, List.of(new Change(fact, from, to)), Outcome.FORBIDDEN, null, null, null));
  }
}
