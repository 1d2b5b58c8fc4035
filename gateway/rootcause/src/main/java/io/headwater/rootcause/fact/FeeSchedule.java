package io.headwater.rootcause.fact;

import java.time.LocalDate;
import java.util.List;

/** A payer's contracted rates. */
public record FeeSchedule(
    String feeScheduleId,
    String payerId,
    Integer version,
    LocalDate effective,
    LocalDate termination,
    List<Rate> rates) {
  /** Missing lists are empty. */
  public FeeSchedule {
    rates = rates == null ? List.of() : List.copyOf(rates);
  }
}
