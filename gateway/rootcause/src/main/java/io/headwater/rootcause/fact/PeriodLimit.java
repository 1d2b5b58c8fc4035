package io.headwater.rootcause.fact;

/** So many in so many days. */
public record PeriodLimit(Integer count, Integer days) {}
