package io.headwater.rootcause.fact;

import java.time.Instant;
import java.time.LocalDate;

/** Something that happened to a booked visit. */
public record ScheduleEvent(
    String eventId,
    String patientId,
    Instant at,
    String type,
    LocalDate serviceDate,
    String npi,
    String fromNpi,
    String toNpi,
    String payerId,
    String procedure) {}
