package io.headwater.x12;

/**
 * What a file held.
 *
 * @param interchanges ISA segments read
 * @param transactions ST segments read
 * @param accepted transaction sets that count
 * @param quarantined transaction sets that do not
 * @param records records told, those of quarantined sets included
 * @param segments all segments
 */
public record FileSummary(
    int interchanges,
    int transactions,
    int accepted,
    int quarantined,
    long records,
    long segments) {}
