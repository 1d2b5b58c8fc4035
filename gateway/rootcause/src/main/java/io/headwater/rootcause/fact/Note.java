package io.headwater.rootcause.fact;

import java.time.Instant;

/** The state of the note of a visit; never its text. */
public record Note(String status, Instant signedAt) {}
