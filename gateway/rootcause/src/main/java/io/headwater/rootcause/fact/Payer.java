package io.headwater.rootcause.fact;

/** A payer as the practice knows it. */
public record Payer(String payerId, String name, String type) {}
