package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** Until when the treatment plan holds. */
public record TreatmentPlan(LocalDate expires) {}
