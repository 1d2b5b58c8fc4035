package io.headwater.rootcause;

import io.headwater.rootcause.fact.ClaimLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A service line as a world bills it.
 *
 * @param diagnoses the diagnoses the line points at, principal first
 * @param units billed, never null
 */
record BilledLine(
    int number,
    String procedure,
    List<String> modifiers,
    BigDecimal charge,
    BigDecimal units,
    LocalDate serviceDate,
    String placeOfService,
    List<String> diagnoses,
    String authorizationNumber) {

  static BilledLine of(
      ClaimLine line, int ordinal, String place, List<String> claimDiagnoses, LocalDate fallback) {
    var pointed = new ArrayList<String>();
    for (var pointer : line.diagnosisPointers()) {
      if (pointer != null && pointer >= 1 && pointer <= claimDiagnoses.size()) {
        pointed.add(claimDiagnoses.get(pointer - 1));
      }
    }
    return new BilledLine(
        line.number() == null ? ordinal : line.number(),
        line.procedure(),
        line.modifiers(),
        line.charge() == null ? BigDecimal.ZERO : line.charge(),
        line.units() == null ? BigDecimal.ONE : line.units(),
        line.serviceDate() == null ? fallback : line.serviceDate(),
        line.placeOfService() == null ? place : line.placeOfService(),
        pointed.isEmpty() ? claimDiagnoses : pointed,
        line.authorizationNumber());
  }

  BilledLine withProcedure(String code) {
    return new BilledLine(
        number,
        code,
        modifiers,
        charge,
        units,
        serviceDate,
        placeOfService,
        diagnoses,
        authorizationNumber);
  }

  BilledLine withModifiers(List<String> changed) {
    return new BilledLine(
        number,
        procedure,
        List.copyOf(changed),
        charge,
        units,
        serviceDate,
        placeOfService,
        diagnoses,
        authorizationNumber);
  }

  BilledLine withUnits(BigDecimal changed) {
    return new BilledLine(
        number,
        procedure,
        modifiers,
        charge,
        changed,
        serviceDate,
        placeOfService,
        diagnoses,
        authorizationNumber);
  }

  BilledLine withPlace(String place) {
    return new BilledLine(
        number,
        procedure,
        modifiers,
        charge,
        units,
        serviceDate,
        place,
        diagnoses,
        authorizationNumber);
  }

  BilledLine withDiagnoses(List<String> changed) {
    return new BilledLine(
        number,
        procedure,
        modifiers,
        charge,
        units,
        serviceDate,
        placeOfService,
        List.copyOf(changed),
        authorizationNumber);
  }

  boolean has(String modifier) {
    return modifiers.contains(modifier);
  }
}
