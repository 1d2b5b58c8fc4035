package io.headwater.rootcause.fact;

/** A provider taxonomy code. */
public record Taxonomy(String code, Boolean primary) {}
