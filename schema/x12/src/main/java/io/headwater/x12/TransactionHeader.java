package io.headwater.x12;

import java.util.Optional;

/**
 * One ST.
 *
 * @param interchange it stands in
 * @param group it stands in, empty where GS is missing
 * @param ordinal from 1 within the interchange
 * @param set ST01
 * @param controlNumber ST02
 * @param version ST03, else GS08; null where neither is there
 */
public record TransactionHeader(
    Interchange interchange,
    Optional<FunctionalGroup> group,
    int ordinal,
    String set,
    String controlNumber,
    String version) {}
