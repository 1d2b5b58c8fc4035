package io.headwater.rootcause.fact;

import java.time.LocalDate;
import java.util.List;

/** What the payer's front door said (X12 999, 277CA, TA1, 277). */
public record Acknowledgment(
    String ackId,
    String type,
    String controlNumber,
    String category,
    String status,
    String entity,
    String action,
    String source,
    String payerControlNumber,
    LocalDate receivedOn,
    Boolean accepted,
    String batch,
    String interchange,
    String functionalId,
    String group,
    String transaction,
    List<String> errors) {
  /** Missing lists are empty. */
  public Acknowledgment {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }
}
