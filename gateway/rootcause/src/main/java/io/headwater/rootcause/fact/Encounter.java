package io.headwater.rootcause.fact;

import java.time.LocalDate;
import java.util.List;

/** What happened in the room; who, when, how long, how and where are never proposed for change. */
public record Encounter(
    String encounterId,
    String controlNumber,
    List<String> controlNumbers,
    String patientId,
    LocalDate serviceDate,
    String startTime,
    String stopTime,
    Integer minutes,
    String modality,
    String patientLocation,
    String locationId,
    String treatingNpi,
    String supervisorNpi,
    List<String> diagnoses,
    Note note,
    TreatmentPlan treatmentPlan,
    Necessity necessity,
    Boolean separateServices,
    Boolean part2) {
  /** Missing lists are empty. */
  public Encounter {
    controlNumbers = controlNumbers == null ? List.of() : List.copyOf(controlNumbers);
    diagnoses = diagnoses == null ? List.of() : List.copyOf(diagnoses);
  }
}
