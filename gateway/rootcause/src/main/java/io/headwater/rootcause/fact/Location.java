package io.headwater.rootcause.fact;

/** A place of service of the practice. */
public record Location(String locationId, String name, String state) {}
