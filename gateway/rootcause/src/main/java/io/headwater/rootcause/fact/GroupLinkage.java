package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** A clinician's link to the group at a payer. */
public record GroupLinkage(
    String linkageId,
    String npi,
    String groupNpi,
    String tin,
    String payerId,
    LocalDate effective,
    LocalDate termination) {}
