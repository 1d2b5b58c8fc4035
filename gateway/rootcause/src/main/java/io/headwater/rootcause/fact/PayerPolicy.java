package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** A version of a payer's rule and the days of service it governs. */
public record PayerPolicy(
    String policyId,
    String payerId,
    Integer version,
    LocalDate effective,
    LocalDate termination,
    PolicySource source,
    PolicyRule rule) {}
