package io.headwater.cli.demo;

/**
 * Who treats.
 *
 * @param license the license level of the contract, {@code LCSW} for instance
 * @param hired weeks after the start of the eighteen months; negative for those who were there
 *     before
 */
record Clinician(
    String npi,
    String first,
    String last,
    String license,
    String taxonomy,
    String location,
    int hired) {
  String name() {
    return first + " " + last;
  }

  boolean prescribes() {
    return license.equals("MD") || license.equals("PMHNP");
  }

  boolean associate() {
    return license.equals("ASSOCIATE");
  }

  /** Licensed at master's level, for whom some payers want the modifier HO. */
  boolean masters() {
    return license.equals("LCSW") || license.equals("LPC") || license.equals("LMFT");
  }
}
