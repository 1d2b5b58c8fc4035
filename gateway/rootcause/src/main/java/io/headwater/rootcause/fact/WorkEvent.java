package io.headwater.rootcause.fact;

import java.time.Instant;
import java.time.LocalDate;

/** What somebody did about a claim. */
public record WorkEvent(
    String eventId, String controlNumber, Instant at, String type, LocalDate due, String note) {}
