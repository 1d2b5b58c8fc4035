package io.headwater.x12;

import io.headwater.x12.record.X12Record;

/**
 * A record and where it was read.
 *
 * @param kind the word for it in what was read
 * @param interchange ordinal from 1 within the file
 * @param transaction ordinal from 1 within the interchange, 0 for a TA1
 * @param segment ordinal of its first segment within the transaction set (ST is 1); for a TA1
 *     within the interchange (ISA is 1)
 * @param record what it says
 */
public record ReadRecord(
    String kind, int interchange, int transaction, int segment, X12Record record) {}
