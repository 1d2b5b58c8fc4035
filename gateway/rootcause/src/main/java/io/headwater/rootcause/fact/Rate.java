package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.util.List;

/** What a contract allows for a service. */
public record Rate(
    String procedure,
    List<String> modifiers,
    List<String> licenseLevels,
    BigDecimal allowed,
    BigDecimal copay) {
  /** Missing lists are empty. */
  public Rate {
    modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
    licenseLevels = licenseLevels == null ? List.of() : List.copyOf(licenseLevels);
  }
}
