package io.headwater.rootcause;

import java.util.ArrayList;
import java.util.List;

/** Lines billed otherwise, for worlds that did not happen. */
final class LineEdits {

  private LineEdits() {}

  static World replaceLine(
      World x, int number, java.util.function.UnaryOperator<BilledLine> change) {
    x.lines = x.lines.stream().map(l -> l.number() == number ? change.apply(l) : l).toList();
    return x;
  }

  static World addModifiers(World x, Integer number, List<String> modifiers) {
    x.lines =
        x.lines.stream()
            .map(
                l -> {
                  if (number != null && l.number() != number) {
                    return l;
                  }
                  var all = new ArrayList<>(l.modifiers());
                  modifiers.stream().filter(m -> !all.contains(m)).forEach(all::add);
                  return l.withModifiers(all);
                })
            .toList();
    return x;
  }
}
