package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** Where a policy was read. */
public record PolicySource(String title, String url, LocalDate retrievedOn) {}
