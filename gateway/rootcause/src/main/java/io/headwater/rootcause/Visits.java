package io.headwater.rootcause;

import io.headwater.rootcause.fact.Encounter;
import io.headwater.vocabulary.DateRange;
import java.util.Objects;

/** Which payer a visit counts for. */
final class Visits {

  private Visits() {}

  /** Whether a visit was billed to the payer, or, where no claim tells, was covered by it. */
  static boolean at(World w, Encounter visit, String payerId) {
    for (var sibling : w.siblings) {
      var number = sibling.fact().controlNumber();
      if (number.equals(visit.controlNumber()) || visit.controlNumbers().contains(number)) {
        return Objects.equals(sibling.fact().payerId(), payerId);
      }
    }
    var covered =
        w.coverages.stream()
            .filter(
                c ->
                    new DateRange(c.fact().effective(), c.fact().termination())
                        .contains(visit.serviceDate()))
            .toList();
    return covered.isEmpty()
        || covered.stream()
            .anyMatch(
                c ->
                    payerId.equals(c.fact().payerId())
                        || c.fact().carveOuts().stream()
                            .anyMatch(o -> payerId.equals(o.administratorPayerId())));
  }
}
