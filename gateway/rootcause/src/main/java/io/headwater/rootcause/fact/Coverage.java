package io.headwater.rootcause.fact;

import java.time.LocalDate;
import java.util.List;

/** A patient's coverage by a payer. */
public record Coverage(
    String coverageId,
    String patientId,
    String rank,
    String payerId,
    String memberId,
    String groupNumber,
    LocalDate effective,
    LocalDate termination,
    List<CarveOut> carveOuts) {
  /** Missing lists are empty. */
  public Coverage {
    carveOuts = carveOuts == null ? List.of() : List.copyOf(carveOuts);
  }

  /** Names nobody: records of people do not print. */
  @Override
  public String toString() {
    return "Coverage";
  }
}
