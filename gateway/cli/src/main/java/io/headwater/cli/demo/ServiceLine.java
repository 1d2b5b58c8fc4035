package io.headwater.cli.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One billed line; the charge in dollars is for all its units. */
record ServiceLine(String procedure, List<String> modifiers, BigDecimal charge, int units) {
  ServiceLine without(String modifier) {
    var rest = new ArrayList<>(modifiers);
    rest.remove(modifier);
    return new ServiceLine(procedure, List.copyOf(rest), charge, units);
  }

  /** The composite of SV101 and SVC01. */
  String composite() {
    return modifiers.isEmpty()
        ? "HC:" + procedure
        : "HC:" + procedure + ":" + String.join(":", modifiers);
  }
}
