package io.headwater.chassis.history;

import static io.headwater.chassis.problem.ChassisProblem.UNKNOWN_KIND;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds that a service owns; each service provides one as a bean.
 *
 * @param byName the kinds by their names
 */
public record FactKinds(Map<String, Kind> byName) {

  /** The kinds of one service. */
  public static FactKinds of(Kind... kinds) {
    return new FactKinds(
        List.of(kinds).stream()
            .collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity())));
  }

  /** The kind of that name; refuses what the service does not own. */
  public Kind named(String name) {
    var kind = byName.get(name);
    if (kind == null) {
      throw UNKNOWN_KIND.about(name);
    }
    return kind;
  }
}
