package io.headwater.rootcause.fact;

/** The practice as a billing provider (X12 837 2010AA). */
public record PracticeProfile(
    String name, String groupNpi, String tin, String taxonomy, String timeZone) {}
