package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** A payer's notice that a coverage changes. */
public record CoverageNotice(
    String noticeId,
    String patientId,
    String payerId,
    LocalDate receivedOn,
    String type,
    LocalDate lastDay,
    LocalDate firstDay,
    String groupNumber,
    String administratorPayerId,
    String text) {}
