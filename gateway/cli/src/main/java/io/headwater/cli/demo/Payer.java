package io.headwater.cli.demo;

/**
 * A fictional health plan.
 *
 * @param prefix of its member ids and claim numbers
 * @param filing the claim filing indicator of SBR09
 * @param product the claim filing indicator of CLP06
 * @param taxId the trace originator of its payments (BPR10, TRN03), with the leading 1
 */
record Payer(
    String id,
    String name,
    String type,
    String prefix,
    String filing,
    String product,
    String taxId) {
  static final Payer HARBOR =
      new Payer("HRH10", "Harbor Ridge Health", "COMMERCIAL", "HRH", "CI", "12", "1900000010");
  static final Payer TESSERA =
      new Payer(
          "TSB40",
          "Tessera Behavioral",
          "BEHAVIORAL_ADMINISTRATOR",
          "TSB",
          "CI",
          "12",
          "1900000040");
  static final Payer PINECREST =
      new Payer(
          "PCM30", "Pinecrest Community Plan", "MEDICAID_MCO", "PCM", "MC", "MC", "1900000030");
  static final Payer LAKEWARD =
      new Payer("LKM20", "Lakeward Mutual", "COMMERCIAL", "LKM", "CI", "12", "1900000020");
}
