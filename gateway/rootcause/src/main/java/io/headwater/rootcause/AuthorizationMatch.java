package io.headwater.rootcause;

import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.PolicyRule;
import io.headwater.vocabulary.DateRange;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which conditions of an authorization a service line meets and which it fails. */
final class AuthorizationMatch {

  /** A condition that an authorization sets. */
  enum Condition {
    DECIDED,
    PAYER,
    SPAN,
    PROVIDER,
    PROCEDURE,
    DIAGNOSIS,
    LOCATION,
    UNITS
  }

  /**
   * An authorization held against a line.
   *
   * @param used units of its type used before this line
   */
  record Match(
      Recorded<Authorization> authorization,
      Set<Condition> failed,
      BigDecimal authorized,
      BigDecimal used) {
    boolean whole() {
      return failed.isEmpty();
    }
  }

  private AuthorizationMatch() {}

  static Match of(World w, Recorded<Authorization> record, BilledLine line, PolicyRule rule) {
    var a = record.fact();
    var failed = EnumSet.noneOf(Condition.class);
    if (!Set.of("APPROVED", "PARTIAL", "MODIFIED").contains(String.valueOf(a.status()))) {
      failed.add(Condition.DECIDED);
    }
    if (!at(a, w.payerId)) {
      failed.add(Condition.PAYER);
    }
    if (!new DateRange(a.effective(), a.expires()).contains(line.serviceDate())) {
      failed.add(Condition.SPAN);
    }
    var providers = a.servicingProviders();
    var group = w.claim == null ? null : w.claim.fact().billingNpi();
    if (!(rule != null && Boolean.FALSE.equals(rule.providerSpecific()))
        && !providers.isEmpty()
        && !named(providers, w.clinicianNpi())
        && !named(providers, group)) {
      failed.add(Condition.PROVIDER);
    }
    var lines =
        a.lines().stream()
            .filter(l -> l.procedures().isEmpty() || l.procedures().contains(line.procedure()))
            .toList();
    if (!(rule != null && Boolean.FALSE.equals(rule.procedureSpecific()))
        && !a.lines().isEmpty()
        && lines.isEmpty()) {
      failed.add(Condition.PROCEDURE);
    }
    if (!a.diagnoses().isEmpty()
        && !line.diagnoses().isEmpty()
        && line.diagnoses().stream()
            .noneMatch(d -> a.diagnoses().stream().anyMatch(x -> sameDiagnosis(d, x)))) {
      failed.add(Condition.DIAGNOSIS);
    }
    var place = w.encounter == null ? null : w.encounter.fact().locationId();
    if (!a.locationIds().isEmpty() && place != null && !a.locationIds().contains(place)) {
      failed.add(Condition.LOCATION);
    }
    var counted = lines.isEmpty() ? a.lines() : lines;
    var authorized =
        counted.stream()
            .map(l -> l.authorized() == null ? null : l.authorized())
            .filter(Objects::nonNull)
            .reduce(BigDecimal::add)
            .orElse(null);
    var unit = counted.isEmpty() ? "VISIT" : String.valueOf(counted.getFirst().unitType());
    var used = used(w, record, line, unit);
    var asked = "VISIT".equals(unit) || "DAY".equals(unit) ? BigDecimal.ONE : line.units();
    if (authorized != null && used.add(asked).compareTo(authorized) > 0) {
      failed.add(Condition.UNITS);
    }
    return new Match(record, failed, authorized, used);
  }

  private static boolean named(java.util.List<String> providers, String npi) {
    return npi != null && providers.contains(npi);
  }

  /** Whether the payer issued the authorization or has it administered. */
  static boolean at(Authorization a, String payerId) {
    return Objects.equals(a.payerId(), payerId)
        || Objects.equals(a.administratorPayerId(), payerId);
  }

  static boolean sameDiagnosis(String billed, String authorized) {
    var a = billed.replace(".", "").toUpperCase(java.util.Locale.ROOT);
    var b = authorized.replace(".", "").toUpperCase(java.util.Locale.ROOT);
    return a.startsWith(b) || b.startsWith(a);
  }

  /** Units used before the line: the payer's own count, or what was billed under the number. */
  static BigDecimal used(World w, Recorded<Authorization> record, BilledLine line, String unit) {
    var billed = billed(w, record.fact(), line, unit);
    var payer = record.fact().payerCountUsed();
    if (payer == null) {
      return billed;
    }
    return payer.max(billed);
  }

  /** The patient's other claims, and the one asked about: its earlier days use units as well. */
  private static List<Claim> bills(World w) {
    return Stream.concat(w.siblings.stream(), Stream.ofNullable(w.claim))
        .map(Recorded::fact)
        .toList();
  }

  /** Units of the practice's own claims under the number, before the line. */
  static BigDecimal billed(World w, Authorization a, BilledLine line, String unit) {
    if (a.number() == null) {
      return BigDecimal.ZERO;
    }
    var days = new TreeSet<java.time.LocalDate>();
    var units = BigDecimal.ZERO;
    for (var c : bills(w)) {
      if ("8".equals(c.frequency())) {
        continue;
      }
      for (var other : c.lines()) {
        var number =
            other.authorizationNumber() == null
                ? c.authorizationNumber()
                : other.authorizationNumber();
        var day = other.serviceDate();
        if (a.number().equals(number) && day != null && day.isBefore(line.serviceDate())) {
          if (days.add(day)) {
            units = units.add(other.units() == null ? BigDecimal.ONE : other.units());
          }
        }
      }
    }
    return "VISIT".equals(unit) || "DAY".equals(unit) ? BigDecimal.valueOf(days.size()) : units;
  }
}
