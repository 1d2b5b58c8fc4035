package io.headwater.cli.demo;

import java.time.LocalDate;

/** A synthetic person. */
record Patient(
    String id, String first, String last, LocalDate birthDate, String sex, String street) {
  @Override
  public String toString() {
    return id;
  }
}
