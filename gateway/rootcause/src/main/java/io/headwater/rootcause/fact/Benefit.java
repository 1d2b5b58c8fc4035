package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.util.List;

/** One statement of an eligibility answer (X12 271 EB). */
public record Benefit(
    String information,
    List<String> serviceTypes,
    String period,
    BigDecimal amount,
    BigDecimal percent,
    BigDecimal quantity,
    String authorizationRequired,
    String inNetwork,
    String message,
    List<RelatedEntity> relatedEntities) {
  /** Missing lists are empty. */
  public Benefit {
    serviceTypes = serviceTypes == null ? List.of() : List.copyOf(serviceTypes);
    relatedEntities = relatedEntities == null ? List.of() : List.copyOf(relatedEntities);
  }
}
