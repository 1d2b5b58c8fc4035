package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.util.List;

/** A service that was authorized, in units of its type. */
public record AuthorizationLine(List<String> procedures, String unitType, BigDecimal authorized) {
  /** Missing lists are empty. */
  public AuthorizationLine {
    procedures = procedures == null ? List.of() : List.copyOf(procedures);
  }
}
