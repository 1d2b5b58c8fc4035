package io.headwater.cli.demo;

import java.time.LocalDate;

/**
 * A payer's approval of visits.
 *
 * @param byX12 whether the decision came as a 278 response rather than from the payer's portal
 */
record Authorization(
    String id,
    String number,
    Membership member,
    Clinician clinician,
    String procedure,
    int visits,
    LocalDate requested,
    LocalDate decided,
    LocalDate effective,
    LocalDate expires,
    String diagnosis,
    boolean byX12) {}
