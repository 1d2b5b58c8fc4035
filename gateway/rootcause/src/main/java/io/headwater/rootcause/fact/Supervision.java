package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** How the work of a supervised clinician is billed. */
public record Supervision(
    String arrangementId,
    String superviseeNpi,
    String supervisorNpi,
    String payerId,
    String type,
    String billAs,
    String npiSource,
    String taxonomySource,
    String requiredModifier,
    Boolean supervisorOnClaim,
    String policyRef,
    LocalDate effective,
    LocalDate termination) {}
