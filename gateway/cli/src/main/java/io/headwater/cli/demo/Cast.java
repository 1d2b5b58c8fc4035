package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.List;

/** The group, its clinicians, its payers, and the people who come to it. All made up. */
final class Cast {
  static final String GROUP = "Juniper Flats Counseling Group";
  static final String GROUP_NPI = Npi.of(190000020 + 9);
  static final String TIN = "741555020";
  static final String TAXONOMY = "261QM0801X";
  static final String SENDER = "JUNIPERFL01";
  static final String STATE = "TX";

  static final List<Payer> PAYERS =
      List.of(Payer.HARBOR, Payer.TESSERA, Payer.PINECREST, Payer.LAKEWARD);

  static final Clinician TESTWELL =
      clinician(30, "Wren", "Testwell", "LCSW", "1041C0700X", "LOC-MAIN", -60);
  static final Clinician MOCKRIDGE =
      clinician(31, "Tamsin", "Mockridge", "LCSW", "1041C0700X", "LOC-EAST", -44);
  static final Clinician DEMOFORD =
      clinician(32, "Joss", "Demoford", "LPC", "101YP2500X", "LOC-MAIN", -80);

  /** Whose contract with the Medicaid plan ends in the second year. */
  static final Clinician TRIALSTONE =
      clinician(33, "Dario", "Trialstone", "LPC", "101YP2500X", "LOC-EAST", -52);

  /** Whose license lapses for two weeks. */
  static final Clinician FAUXLEY =
      clinician(34, "Odette", "Fauxley", "LMFT", "106H00000X", "LOC-MAIN", -70);

  /** Who was never enrolled with the behavioral administrator. */
  static final Clinician SYNTHBY =
      clinician(35, "Sorrel", "Synthby", "LMFT", "106H00000X", "LOC-EAST", -38);

  static final Clinician PROTOWORTH =
      clinician(36, "Marek", "Protoworth", "PSYD", "103TC0700X", "LOC-MAIN", -90);
  static final Clinician SPECIMHAM =
      clinician(37, "Linnea", "Specimham", "PMHNP", "363LP0808X", "LOC-MAIN", -50);
  static final Clinician MODELFIELD =
      clinician(38, "Anselm", "Modelfield", "MD", "2084P0800X", "LOC-EAST", -85);

  /** The associate, supervised by Protoworth. */
  static final Clinician NOVICETON =
      clinician(39, "Bexley", "Noviceton", "ASSOCIATE", "101Y00000X", "LOC-MAIN", -30);

  /** Hired in the first summer; one packet lay in the office for weeks. */
  static final Clinician LATECOMB =
      clinician(40, "Iris", "Latecomb", "LPC", "101YP2500X", "LOC-EAST", 21);

  /** Hired in the second January. */
  static final Clinician NEWCROFT =
      clinician(41, "Pascal", "Newcroft", "LCSW", "1041C0700X", "LOC-MAIN", 52);

  static final List<Clinician> CLINICIANS =
      List.of(
          TESTWELL,
          MOCKRIDGE,
          DEMOFORD,
          TRIALSTONE,
          FAUXLEY,
          SYNTHBY,
          PROTOWORTH,
          SPECIMHAM,
          MODELFIELD,
          NOVICETON,
          LATECOMB,
          NEWCROFT);

  /** Therapists without a story of their own, enrolled everywhere. */
  static final List<Clinician> THERAPISTS =
      List.of(TESTWELL, MOCKRIDGE, DEMOFORD, PROTOWORTH, TESTWELL, MOCKRIDGE, DEMOFORD);

  private static final List<String> FIRST =
      List.of(
          "Aspen",
          "Briar",
          "Cedric",
          "Delphine",
          "Emeric",
          "Fiora",
          "Gideon",
          "Hollis",
          "Isolde",
          "Jarvis",
          "Kestrel",
          "Lorcan",
          "Maribel",
          "Nestor",
          "Ottoline",
          "Perrin",
          "Quilla",
          "Rowena",
          "Silas",
          "Thora",
          "Ulric",
          "Verena",
          "Wendell",
          "Xanthe",
          "Yorick",
          "Zelda");
  private static final List<String> LAST_START =
      List.of(
          "Sample",
          "Mock",
          "Test",
          "Demo",
          "Specimen",
          "Synth",
          "Proto",
          "Faux",
          "Trial",
          "Model",
          "Exempl",
          "Pretend");
  private static final List<String> LAST_END =
      List.of(
          "ford", "well", "ham", "ton", "by", "ley", "worth", "ridge", "stone", "field", "wick",
          "combe");
  private static final List<String> STREETS =
      List.of(
          "BIRCH ST",
          "JUNIPER LN",
          "ELM AVE",
          "HAWTHORN LN",
          "CEDAR CT",
          "LAUREL DR",
          "ROWAN WAY",
          "ASH PL");

  private Cast() {}

  private static Clinician clinician(
      int number,
      String first,
      String last,
      String license,
      String taxonomy,
      String location,
      int hired) {
    return new Clinician(
        Npi.of(190000000 + number), first, last, license, taxonomy, location, hired);
  }

  /** A new person; {@code number} makes the id. */
  static Patient patient(int number, Chance chance, LocalDate anchor) {
    String last = chance.pick(LAST_START) + chance.pick(LAST_END);
    LocalDate born = anchor.minusYears(chance.between(19, 68)).minusDays(chance.between(0, 364));
    String street = chance.between(100, 9800) + " " + chance.pick(STREETS);
    return new Patient(
        "PT-" + number, chance.pick(FIRST), last, born, chance.percent(58) ? "F" : "M", street);
  }
}
