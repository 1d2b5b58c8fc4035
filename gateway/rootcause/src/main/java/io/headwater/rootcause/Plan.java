package io.headwater.rootcause;

import static io.headwater.vocabulary.ActionKind.*;

import io.headwater.rootcause.Windows.Window;
import io.headwater.vocabulary.ActionKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way forward.
 *
 * @param steps in order; the first is the action's type
 * @param minutes of work
 */
record Plan(List<ActionKind> steps, Window window, int minutes) {
  /** Steps by which a claim goes out; one of them ends a way forward. */
  private static final Set<ActionKind> CLAIMS = Set.of(CORRECT_AND_REPLACE, NEW_CLAIM, REROUTE);

  /** The first step, which names the action. */
  ActionKind type() {
    return steps.getFirst();
  }

  /** Whether the way ends in giving up. */
  boolean lost() {
    return steps.contains(WRITE_OFF);
  }

  /** Whether somebody has to look at the way the practice bills before anything else is done. */
  boolean reviewed() {
    return steps.contains(COMPLIANCE_REVIEW);
  }

  /** Both ways as one, for roots that only pay together; where one leads nowhere, both do. */
  Plan with(Plan other) {
    if (lost() || other.lost()) {
      var end = lost() ? this : other;
      return reviewed() || other.reviewed() ? end.afterReview() : end;
    }
    var all = new LinkedHashSet<ActionKind>();
    if (reviewed() || other.reviewed()) {
      all.add(COMPLIANCE_REVIEW);
    }
    Stream.concat(steps.stream(), other.steps.stream())
        .filter(s -> !CLAIMS.contains(s))
        .forEach(all::add);
    Stream.concat(steps.stream(), other.steps.stream())
        .filter(CLAIMS::contains)
        .limit(1)
        .forEach(all::add);
    var earlier =
        other.window.set() && (!window.set() || other.window.last().isBefore(window.last()));
    return new Plan(
        List.copyOf(all), earlier ? other.window : window, Math.max(minutes, other.minutes));
  }

  private Plan afterReview() {
    var all = new LinkedHashSet<ActionKind>(List.of(COMPLIANCE_REVIEW));
    all.addAll(steps);
    return new Plan(List.copyOf(all), window, Math.max(minutes, 60));
  }
}
