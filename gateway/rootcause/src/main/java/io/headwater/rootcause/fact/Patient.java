package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** A patient. */
public record Patient(
    String patientId, PersonName name, LocalDate birthDate, String sex, Boolean part2) {
  /** Names nobody: records of people do not print. */
  @Override
  public String toString() {
    return "Patient";
  }
}
