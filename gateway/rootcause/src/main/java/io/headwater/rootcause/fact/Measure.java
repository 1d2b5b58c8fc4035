package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A standard measure that was taken. */
public record Measure(String name, BigDecimal score, LocalDate takenOn) {}
