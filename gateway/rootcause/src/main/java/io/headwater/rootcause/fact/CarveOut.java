package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** A benefit that another payer administers. */
public record CarveOut(
    String benefit, String administratorPayerId, String memberId, LocalDate effective) {}
