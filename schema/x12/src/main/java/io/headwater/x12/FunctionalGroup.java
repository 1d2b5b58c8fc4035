package io.headwater.x12;

/**
 * One GS.
 *
 * @param ordinal from 1 within the interchange
 * @param functionalId GS01
 * @param sender GS02
 * @param receiver GS03
 * @param controlNumber GS06
 * @param version GS08
 */
public record FunctionalGroup(
    int ordinal,
    String functionalId,
    String sender,
    String receiver,
    String controlNumber,
    String version) {}
