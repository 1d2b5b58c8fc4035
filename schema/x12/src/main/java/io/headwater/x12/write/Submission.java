package io.headwater.x12.write;

/**
 * Who submits claims, to whom (loops 1000A and 1000B).
 *
 * @param submitterName NM103 of NM1 41
 * @param submitterId NM109 of NM1 41
 * @param contactName PER02
 * @param contactPhone PER04, digits
 * @param receiverName NM103 of NM1 40
 * @param receiverId NM109 of NM1 40
 * @param batch BHT03, which the 277CA returns
 */
public record Submission(
    String submitterName,
    String submitterId,
    String contactName,
    String contactPhone,
    String receiverName,
    String receiverId,
    String batch) {}
