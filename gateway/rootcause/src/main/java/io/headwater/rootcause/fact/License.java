package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** A state license; the days are inclusive. */
public record License(
    String state, String number, String status, LocalDate issued, LocalDate expires) {}
