package io.headwater.x12;

import java.time.LocalDate;

/**
 * One ISA.
 *
 * @param ordinal from 1 within the file
 * @param controlNumber ISA13
 * @param senderQualifier ISA05
 * @param sender ISA06
 * @param receiverQualifier ISA07
 * @param receiver ISA08
 * @param date ISA09, null where it is no date
 * @param version ISA12
 * @param usage ISA15: P production, T test
 */
public record Interchange(
    int ordinal,
    String controlNumber,
    String senderQualifier,
    String sender,
    String receiverQualifier,
    String receiver,
    LocalDate date,
    String version,
    String usage) {}
