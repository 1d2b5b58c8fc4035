package io.headwater.rootcause.fact;

import java.math.BigDecimal;

/** A reason for which less was paid (X12 CAS). */
public record CasAdjustment(String group, String reason, BigDecimal amount, BigDecimal quantity) {
  /** A code that was left out is empty. */
  public CasAdjustment {
    group = group == null ? "" : group;
    reason = reason == null ? "" : reason;
  }
}
