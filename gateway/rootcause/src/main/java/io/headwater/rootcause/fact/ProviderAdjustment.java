package io.headwater.rootcause.fact;

import java.math.BigDecimal;

/** Money moved outside any claim (X12 835 PLB); positive is withheld. */
public record ProviderAdjustment(String code, String reference, BigDecimal amount) {
  /** A code that was left out is empty. */
  public ProviderAdjustment {
    code = code == null ? "" : code;
  }
}
