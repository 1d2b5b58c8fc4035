package io.headwater.rootcause;

import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.Enrollment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Copies of facts with one thing changed, for worlds that did not happen. */
final class Edit {

  private Edit() {}

  static <T> Recorded<T> replace(Recorded<T> record, T fact) {
    return new Recorded<>(
        record.owner(), record.kind(), record.id(), record.version(), record.recordedAt(), fact);
  }

  static Authorization providers(Authorization a, List<String> providers) {
    return copy(
        a,
        providers,
        a.lines(),
        a.diagnoses(),
        a.locationIds(),
        a.effective(),
        a.expires(),
        a.requestedAt(),
        a.status(),
        a.payerCountUsed());
  }

  static Authorization procedure(Authorization a, String procedure) {
    var lines =
        a.lines().stream()
            .map(
                l ->
                    new io.headwater.rootcause.fact.AuthorizationLine(
                        java.util.stream.Stream.concat(
                                l.procedures().stream(), java.util.stream.Stream.of(procedure))
                            .toList(),
                        l.unitType(),
                        l.authorized()))
            .toList();
    return copy(
        a,
        a.servicingProviders(),
        lines,
        a.diagnoses(),
        a.locationIds(),
        a.effective(),
        a.expires(),
        a.requestedAt(),
        a.status(),
        a.payerCountUsed());
  }

  static Authorization authorized(Authorization a, BigDecimal units) {
    var lines =
        a.lines().stream()
            .map(
                l ->
                    new io.headwater.rootcause.fact.AuthorizationLine(
                        l.procedures(), l.unitType(), units))
            .toList();
    return copy(
        a,
        a.servicingProviders(),
        lines,
        a.diagnoses(),
        a.locationIds(),
        a.effective(),
        a.expires(),
        a.requestedAt(),
        a.status(),
        a.payerCountUsed());
  }

  static Authorization span(Authorization a, LocalDate effective, LocalDate expires) {
    return copy(
        a,
        a.servicingProviders(),
        a.lines(),
        a.diagnoses(),
        a.locationIds(),
        effective,
        expires,
        a.requestedAt(),
        a.status(),
        a.payerCountUsed());
  }

  static Authorization status(Authorization a, String status) {
    return copy(
        a,
        a.servicingProviders(),
        a.lines(),
        a.diagnoses(),
        a.locationIds(),
        a.effective(),
        a.expires(),
        a.requestedAt(),
        status,
        a.payerCountUsed());
  }

  static Authorization requested(Authorization a, Instant at, LocalDate effective) {
    return copy(
        a,
        a.servicingProviders(),
        a.lines(),
        a.diagnoses(),
        a.locationIds(),
        effective,
        a.expires(),
        at,
        "APPROVED",
        a.payerCountUsed());
  }

  static Authorization asked(Authorization a, Instant at) {
    return copy(
        a,
        a.servicingProviders(),
        a.lines(),
        a.diagnoses(),
        a.locationIds(),
        a.effective(),
        a.expires(),
        at,
        a.status(),
        a.payerCountUsed());
  }

  static Authorization diagnoses(Authorization a, List<String> diagnoses) {
    return copy(
        a,
        a.servicingProviders(),
        a.lines(),
        diagnoses,
        a.locationIds(),
        a.effective(),
        a.expires(),
        a.requestedAt(),
        a.status(),
        a.payerCountUsed());
  }

  static Authorization locations(Authorization a, List<String> locations) {
    return copy(
        a,
        a.servicingProviders(),
        a.lines(),
        a.diagnoses(),
        locations,
        a.effective(),
        a.expires(),
        a.requestedAt(),
        a.status(),
        a.payerCountUsed());
  }

  private static Authorization copy(
      Authorization a,
      List<String> providers,
      List<io.headwater.rootcause.fact.AuthorizationLine> lines,
      List<String> diagnoses,
      List<String> locations,
      LocalDate effective,
      LocalDate expires,
      Instant requestedAt,
      String status,
      BigDecimal payerCount) {
    return new Authorization(
        a.authorizationId(),
        a.number(),
        a.payerId(),
        a.administratorPayerId(),
        a.patientId(),
        a.memberId(),
        status,
        requestedAt,
        a.decidedAt(),
        providers,
        lines,
        diagnoses,
        locations,
        effective,
        expires,
        payerCount,
        a.denialReason());
  }

  /** The enrollment as if it had been in force and loaded from a day on. */
  static Enrollment inForce(Enrollment e, LocalDate effective) {
    return new Enrollment(
        e.enrollmentId(),
        e.npi(),
        e.payerId(),
        e.locationId(),
        e.tin(),
        e.lineOfBusiness(),
        "LOADED",
        e.packetCompleteOn(),
        e.submittedOn(),
        e.payerReceivedOn(),
        effective,
        effective,
        effective,
        null,
        null,
        null,
        e.rosterTaxonomy());
  }
}
