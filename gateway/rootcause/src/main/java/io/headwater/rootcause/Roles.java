package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which of the proven defects is the root, and what part the others play. */
final class Roles {
  /** Defects of the record itself, which sending records would only have shown. */
  private static final Set<Cause> IN_THE_RECORD =
      Set.of(
          Cause.CODE_TIME_CODE_MISMATCH,
          Cause.DOC_NOTE_UNSIGNED,
          Cause.DOC_TIME_NOT_DOCUMENTED,
          Cause.DOC_TX_PLAN_EXPIRED,
          Cause.DOC_MED_NECESSITY_LANGUAGE,
          Cause.CODE_LEVEL_UNSUPPORTED);

  private static final double CLEARLY = 0.1;
  private static final double SURE = 0.9;

  /** Violations by the role they play, roots first. */
  final Map<Violation, Role> roles = new LinkedHashMap<>();

  final List<Violation> roots = new ArrayList<>();

  private final Set<Violation> named;

  private Roles(List<Violation> named) {
    this.named = new HashSet<>(named);
  }

  static Roles assign(List<Violation> violations, Set<Cause> family) {
    var linked = new HashSet<Cause>();
    for (var v : violations) {
      v.linked.forEach(l -> linked.add(l.violation().cause));
    }
    var deniers = violations.stream().filter(v -> v.denies && !linked.contains(v.cause)).toList();
    var named = new ArrayList<Violation>();
    for (var cause : family) {
      for (var v : deniers) {
        if (v.cause == cause) {
          named.add(v);
        }
      }
    }
    var roles = new Roles(named);
    roles.choose(named);
    roles.joinDeniers(deniers);
    roles.rest(violations, linked);
    return roles;
  }

  /** Makes unnamed defects the root, where the payer's codes say nothing that could be tested. */
  static Roles withoutCodes(List<Violation> violations) {
    var all = new java.util.LinkedHashSet<Cause>();
    violations.forEach(v -> all.add(v.cause));
    return assign(violations, all);
  }

  /**
   * Several share the role of the root only where none of them alone would have been enough; where
   * one is, the others contributed. One that the payer's codes do not speak of is enough only by
   * what can still be put right.
   *
   * @param pays whether a change undoes the denial alone
   */
  void alone(Predicate<Violation.Cure> pays) {
    if (roots.size() < 2) {
      return;
    }
    var enough =
        roots.stream()
            .filter(
                root ->
                    cures(root)
                        .filter(c -> named.contains(root) || c.kind() == Diagnosis.Kind.REMEDY)
                        .anyMatch(pays))
            .findFirst();
    if (enough.isEmpty()) {
      return;
    }
    for (var root : List.copyOf(roots)) {
      if (root != enough.get()) {
        roots.remove(root);
        root.linked.forEach(link -> roles.remove(link.violation()));
        roles.put(root, Role.CONTRIBUTING);
      }
    }
    addLinked(enough.get());
  }

  /** What undoes a root, by itself or by what followed from it. */
  private static Stream<Violation.Cure> cures(Violation root) {
    return Stream.concat(
        root.cures.stream(),
        root.linked.stream()
            .filter(link -> link.role() == Role.PROXIMATE)
            .flatMap(link -> link.violation().cures.stream()));
  }

  private void choose(List<Violation> named) {
    if (named.isEmpty()) {
      return;
    }
    var surest = named.stream().mapToDouble(v -> v.certainty).max().orElse(0);
    var sure = named.stream().filter(v -> v.certainty > surest - CLEARLY).toList();
    var inRecord = sure.stream().filter(v -> IN_THE_RECORD.contains(v.cause)).toList();
    for (var v : sure) {
      if (v.cause == Cause.DOC_RECORDS_NOT_SENT && !inRecord.isEmpty()
          || v.cause == Cause.DOC_RECORDS_INCOMPLETE && !inRecord.isEmpty()) {
        roles.put(v, Role.PROXIMATE);
      } else if (overshadowed(v, sure)) {
        continue;
      } else {
        roots.add(v);
      }
    }
    roots.forEach(v -> roles.put(v, Role.ROOT));
  }

  /** Whether another defect at hand makes this one beside the point. */
  private static boolean overshadowed(Violation v, List<Violation> sure) {
    var elsewhere =
        sure.stream()
            .anyMatch(
                o ->
                    Set.of(Cause.ELIG_WRONG_PAYER_CARVEOUT, Cause.ELIG_WRONG_PLAN_MCO)
                        .contains(o.cause));
    if (elsewhere
        && Set.of(
                Cause.ELIG_MEMBER_ID_MISMATCH,
                Cause.BILL_WRONG_PAYER_ID,
                Cause.ELIG_COB_ORDER,
                Cause.ELIG_BENEFIT_EXCLUDED_RIDER)
            .contains(v.cause)) {
      return true;
    }
    if (v.cause == Cause.BILL_WRONG_PAYER_ID) {
      return sure.stream().anyMatch(o -> Set.of(Cause.ELIG_COB_ORDER).contains(o.cause));
    }
    return v.cause == Cause.DOC_NOTE_LATE && sure.size() > 1;
  }

  /**
   * Defects that stand beside a root are undone together or not at all: only their joint change
   * pays, so they share its role. One that the records make less than sure joins only where it
   * breaks the very rule that the root breaks.
   */
  private void joinDeniers(List<Violation> deniers) {
    for (var v : deniers) {
      if (!roles.containsKey(v) && List.copyOf(roots).stream().anyMatch(r -> together(r, v))) {
        roots.add(v);
        roles.put(v, Role.ROOT);
      }
    }
  }

  private static boolean together(Violation root, Violation other) {
    return root.certainty > SURE && other.certainty > SURE || sameRule(root, other);
  }

  private static boolean sameRule(Violation a, Violation b) {
    return a.evidence.stream()
        .filter(e -> "payer-policy".equals(e.kind()))
        .anyMatch(
            e ->
                b.evidence.stream()
                    .anyMatch(
                        o -> "payer-policy".equals(o.kind()) && o.record().equals(e.record())));
  }

  private void rest(List<Violation> violations, Set<Cause> linked) {
    for (var root : List.copyOf(roots)) {
      addLinked(root);
    }
    for (var proximate : violations) {
      if (roles.get(proximate) == Role.PROXIMATE) {
        addLinked(proximate);
      }
    }
    var taken = new HashSet<Cause>();
    roles.keySet().forEach(v -> taken.add(v.cause));
    for (var v : violations) {
      if (taken.add(v.cause) && !linked.contains(v.cause)) {
        roles.put(v, Role.CONTRIBUTING);
      }
    }
  }

  private void addLinked(Violation parent) {
    for (var link : parent.linked) {
      var known =
          roles.keySet().stream().filter(v -> v.cause == link.violation().cause).findFirst();
      if (known.isEmpty()) {
        roles.put(link.violation(), link.role());
        addLinked(link.violation());
      } else if (!roots.contains(known.get())) {
        roles.put(known.get(), link.role());
      }
    }
  }
}
