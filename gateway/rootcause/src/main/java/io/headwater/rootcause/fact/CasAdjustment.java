package io.headwater.rootcause.fact;

import java.math.BigDecimal;

/** A reason for which less was paid (X12 CAS). */
public record CasAdjustment(String group, String reason, BigDecimal amount, BigDecimal quantity) {}
