package io.headwater.gateway.record;

/**
 * What is wrong with a record.
 *
 * @param pointer where, as a JSON pointer into the line
 * @param message what, without quoting the value, which may be personal
 */
public record Fault(String pointer, String message) {}
