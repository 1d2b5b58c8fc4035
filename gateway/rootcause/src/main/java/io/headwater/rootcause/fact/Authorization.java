package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A payer's decision on services to come (X12 278). */
public record Authorization(
    String authorizationId,
    String number,
    String payerId,
    String administratorPayerId,
    String patientId,
    String memberId,
    String status,
    Instant requestedAt,
    Instant decidedAt,
    List<String> servicingProviders,
    List<AuthorizationLine> lines,
    List<String> diagnoses,
    List<String> locationIds,
    LocalDate effective,
    LocalDate expires,
    BigDecimal payerCountUsed,
    String denialReason) {
  /** Missing lists are empty. */
  public Authorization {
    servicingProviders = servicingProviders == null ? List.of() : List.copyOf(servicingProviders);
    lines = lines == null ? List.of() : List.copyOf(lines);
    diagnoses = diagnoses == null ? List.of() : List.copyOf(diagnoses);
    locationIds = locationIds == null ? List.of() : List.copyOf(locationIds);
  }
}
