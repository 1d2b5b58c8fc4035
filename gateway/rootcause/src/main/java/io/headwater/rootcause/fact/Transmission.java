package io.headwater.rootcause.fact;

/** The envelope a claim travelled in (ISA13, GS06, ST02, BHT03). */
public record Transmission(String interchange, String group, String transaction, String batch) {}
