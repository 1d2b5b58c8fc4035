package io.headwater.x12;

/**
 * A fault that something was read in spite of.
 *
 * @param interchange ordinal of the interchange, 0 before the first
 * @param transaction ordinal of the transaction set within it, 0 outside of one
 * @param message in words, without a person's data
 */
public record X12Warning(int interchange, int transaction, String message) {}
