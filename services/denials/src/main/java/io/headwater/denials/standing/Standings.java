package io.headwater.denials.standing;

import io.headwater.denials.standing.Decision.Denied;
import io.headwater.denials.standing.Decision.Line;
import io.headwater.denials.standing.Decision.Reversed;
import io.headwater.denials.standing.Decision.Settled;
import io.headwater.denials.standing.Decision.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines that some decisions touch, before and after them. */
public final class Standings {

  private final Map<String, Standing> before = new LinkedHashMap<>();
  private final Map<String, Standing> now = new LinkedHashMap<>();

  private Standings(Collection<Standing> known) {
    known.forEach(standing -> before.put(standing.caseId(), standing));
    now.putAll(before);
  }

  /**
   * Where lines stand after decisions.
   *
   * @param known the standings of the claims that the decisions name
   * @param decisions in the order in which they were announced
   * @return those that changed
   */
  public static List<Standing> changed(
      Collection<Standing> known, Collection<? extends Decision> decisions) {
    var standings = new Standings(known);
    decisions.forEach(standings::decide);
    return standings.now.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(standings.before.get(entry.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void decide(Decision decision) {
    switch (decision) {
      case Denied(var source, var line, _, _) -> decide(source, line, decision);
      case Settled(var source, var line) -> decide(source, line, decision);
      case Reversed(var source) ->
          now.replaceAll(
              (_, standing) -> concerns(source, standing) ? standing.after(decision) : standing);
    }
  }

  private void decide(Source source, Line line, Decision decision) {
    now.compute(
        Standing.caseId(source, line),
        (_, standing) ->
            (standing == null ? Standing.first(source, line) : standing).after(decision));
  }

  private static boolean concerns(Source source, Standing standing) {
    return standing.source().controlNumber().equals(source.controlNumber())
        && standing.source().payerId().equals(source.payerId());
  }
}
