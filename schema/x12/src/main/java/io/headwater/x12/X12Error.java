package io.headwater.x12;

/**
 * Why something was not taken, and where.
 *
 * @param segment the segment's name, such as CLM
 * @param position its ordinal within the transaction set (ST is 1)
 * @param element the element's ordinal, null where the whole segment is meant
 * @param code of a closed list
 * @param message in words, without a person's data
 */
public record X12Error(String segment, int position, Integer element, Fault code, String message) {}
