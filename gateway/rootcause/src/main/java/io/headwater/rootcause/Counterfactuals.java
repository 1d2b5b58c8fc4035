package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Counterfactual;
import io.headwater.vocabulary.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * What would have followed for all denied lines of a claim. Lines that were denied alike are
 * thought about apart; a change that touches several of them is told once, for all of them: it pays
 * where each of them pays.
 */
final class Counterfactuals {
  private final List<List<Counterfactual>> groups = new ArrayList<>(2);

  /** What would have followed for some of the lines, each change once and in order. */
  void add(List<Counterfactual> ofLines) {
    groups.add(ofLines);
  }

  /** Each change once; those that pay first, and the smaller before the larger. */
  List<Counterfactual> all() {
    if (groups.size() == 1) {
      return groups.getFirst();
    }
    var byChanges = new LinkedHashMap<Set<Change>, Counterfactual>();
    for (var group : groups) {
      for (var one : group) {
        byChanges.merge(new HashSet<>(one.changes()), one, Counterfactuals::together);
      }
    }
    var all = new ArrayList<>(byChanges.values());
    all.sort(Comparator.comparingInt(Worlds::order));
    return List.copyOf(all);
  }

  /** The same change of two groups of lines. */
  private static Counterfactual together(Counterfactual a, Counterfactual b) {
    if (a.outcome() != Outcome.PAYS || b.outcome() != Outcome.PAYS) {
      return a.outcome() == Outcome.PAYS ? b : a;
    }
    return new Counterfactual(
        a.kind(),
        a.changes(),
        Outcome.PAYS,
        sum(a.allowed(), b.allowed()),
        sum(a.paid(), b.paid()),
        null);
  }

  private static BigDecimal sum(BigDecimal a, BigDecimal b) {
    return a == null ? b : b == null ? a : a.add(b);
  }
}
