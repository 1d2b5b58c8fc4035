package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** A clinician's enrollment with a payer. */
public record Enrollment(
    String enrollmentId,
    String npi,
    String payerId,
    String locationId,
    String tin,
    String lineOfBusiness,
    String status,
    LocalDate packetCompleteOn,
    LocalDate submittedOn,
    LocalDate payerReceivedOn,
    LocalDate approvedOn,
    LocalDate effective,
    LocalDate loadedOn,
    LocalDate termination,
    String terminationReason,
    LocalDate revalidationDueOn,
    String rosterTaxonomy) {}
