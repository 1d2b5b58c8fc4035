package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** The state of a provider's CAQH attestation. */
public record Caqh(LocalDate lastAttestedOn, LocalDate nextDueOn) {}
