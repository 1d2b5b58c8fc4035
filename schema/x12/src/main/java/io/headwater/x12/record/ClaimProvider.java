package io.headwater.x12.record;

/**
 * A provider a claim names, as needed to write it again.
 *
 * @param role NM101: 85 billing, 87 the address to pay to, 82 rendering, DQ supervising, DN
 *     referring, 77 facility
 * @param name a person, or an organisation in {@code last}
 * @param npi NM109
 * @param taxonomy PRV03, null where not said
 * @param address N3 and N4, null where not said
 */
public record ClaimProvider(
    String role, PersonName name, String npi, String taxonomy, Address address) {}
