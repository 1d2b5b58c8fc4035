package io.headwater.rootcause.fact;

import java.util.List;

/** What the note states of medical necessity; never its text. */
public record Necessity(
    List<Measure> measures, Boolean functionalImpairmentStated, Boolean payerCriteriaStated) {
  /** Missing lists are empty. */
  public Necessity {
    measures = measures == null ? List.of() : List.copyOf(measures);
  }
}
