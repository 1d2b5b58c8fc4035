package io.headwater.rootcause;

import java.util.List;

/** Add-on services, which stand and fall with their base. */
final class AddOns {

  private AddOns() {}

  /** The denied line that is the base of a denied add-on, or 0 when there is none. */
  static int deniedBase(World w, int number, List<Integer> denied) {
    var line = w.line(number);
    if (line == null) {
      return 0;
    }
    var rule =
        w.policies.one(
            w.payerId, "ADD_ON", line.serviceDate(), r -> line.procedure().equals(r.procedure()));
    if (rule == null) {
      return 0;
    }
    return w.lines.stream()
        .filter(l -> l.number() != number && denied.contains(l.number()))
        .filter(l -> rule.fact().rule().primaries().contains(l.procedure()))
        .filter(l -> l.serviceDate().equals(line.serviceDate()))
        .map(BilledLine::number)
        .findFirst()
        .orElse(0);
  }
}
