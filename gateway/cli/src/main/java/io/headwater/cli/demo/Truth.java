package io.headwater.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was planted, and so what a careful biller would conclude.
 *
 * @param knownOn the day at noon (UTC) of which the conclusion holds
 * @param root the causes with the role ROOT
 */
record Truth(Claim claim, Mishap mishap, String verdict, LocalDate knownOn, List<String> root) {
  Instant knownAt() {
    return Calendar.at(knownOn, "12:00");
  }

  /** The handoff at which the first of the causes was made. */
  String handoff() {
    String code = root.getFirst();
    return switch (code.substring(0, code.indexOf('.'))) {
      case "ELIG" -> "ELIGIBILITY";
      case "CRED" -> "CREDENTIALING";
      case "AUTH" -> "AUTHORIZATION";
      case "DOC" -> "DOCUMENTATION";
      case "CODE" -> "CODING";
      case "BILL" -> "BILLING";
      case "PAYER" -> "PAYER";
      default -> "PATIENT";
    };
  }

  Map<String, Object> fields() {
    return Fields.of(
        "controlNumber",
        claim.control,
        "knownAt",
        knownAt(),
        "verdict",
        verdict,
        "root",
        root,
        "handoff",
        handoff(),
        "mishap",
        mishap.name());
  }
}
