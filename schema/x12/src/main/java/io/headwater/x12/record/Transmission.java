package io.headwater.x12.record;

/**
 * The control numbers a claim went out under, by which acknowledgments find it.
 *
 * @param interchange ISA13
 * @param group GS06
 * @param transaction ST02
 * @param batch BHT03
 */
public record Transmission(String interchange, String group, String transaction, String batch) {}
