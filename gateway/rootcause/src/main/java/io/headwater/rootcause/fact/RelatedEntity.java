package io.headwater.rootcause.fact;

/** Another party that an eligibility answer names (X12 271 2120). */
public record RelatedEntity(String role, String name, String payerId) {}
