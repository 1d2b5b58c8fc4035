package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.List;

/** The claims of a Monday for one payer, as an 837P. */
final class Interchange837 {
  private static final String VERSION = "005010X222A1";

  private Interchange837() {}

  static void write(StringBuilder text, Batch batch) {
    Payer payer = batch.payer();
    var x12 =
        Interchange.open(
            text,
            Cast.SENDER,
            payer.id(),
            Calendar.at(batch.on(), "17:00"),
            batch.group(),
            "HC",
            VERSION);
    x12.begin("837", VERSION);
    x12.segment("BHT", "0019", "00", batch.reference(), Interchange.day(batch.on()), "1700", "CH");
    x12.segment("NM1", "41", "2", Interchange.upper(Cast.GROUP), "", "", "", "", "46", Cast.SENDER);
    x12.segment("PER", "IC", "BILLING OFFICE", "TE", "5555550120");
    x12.segment(
        "NM1", "40", "2", Interchange.upper(payer.name()), "", "", "", "", "46", payer.id());
    x12.segment("HL", "1", "", "20", "1");
    x12.segment("PRV", "BI", "PXC", Cast.TAXONOMY);
    x12.segment(
        "NM1", "85", "2", Interchange.upper(Cast.GROUP), "", "", "", "", "XX", Cast.GROUP_NPI);
    x12.segment("N3", "1200 JUNIPER FLATS RD");
    x12.segment("N4", "AUSTIN", "TX", "787011234");
    x12.segment("REF", "EI", Cast.TIN);
    int level = 2;
    for (Claim claim : batch.claims()) {
      subscriber(x12, claim, level++);
      claim(x12, claim);
    }
    x12.end();
    x12.close();
  }

  private static void subscriber(Interchange x12, Claim claim, int level) {
    Membership member = claim.member;
    Patient patient = member.patient();
    x12.segment("HL", String.valueOf(level), "1", "22", "0");
    x12.segment("SBR", "P", "18", member.group(), "", "", "", "", "", member.payer().filing());
    x12.segment(
        "NM1",
        "IL",
        "1",
        Interchange.upper(patient.last()),
        Interchange.upper(patient.first()),
        "",
        "",
        "",
        "MI",
        member.memberId());
    x12.segment("N3", patient.street());
    x12.segment("N4", "AUSTIN", "TX", "78701");
    x12.segment("DMG", "D8", Interchange.day(claim.birthDate), patient.sex());
    x12.segment(
        "NM1",
        "PR",
        "2",
        Interchange.upper(member.payer().name()),
        "",
        "",
        "",
        "",
        "PI",
        member.payer().id());
  }

  private static void claim(Interchange x12, Claim claim) {
    x12.segment(
        "CLM",
        claim.control,
        Interchange.amount(claim.charge()),
        "",
        "",
        claim.placeOfService + ":B:" + claim.frequency,
        "Y",
        "A",
        "Y",
        "Y");
    if (claim.authorization != null) {
      x12.segment("REF", "G1", claim.authorization);
    }
    if (claim.frequency.equals("7")) {
      x12.segment("REF", "F8", claim.resends.payerControl);
    }
    List<String> diagnoses = claim.visit.diagnoses;
    x12.segment("HI", "ABK:" + diagnoses.getFirst().replace(".", ""));
    x12.segment(
        "NM1",
        "82",
        "1",
        Interchange.upper(claim.rendering.last()),
        Interchange.upper(claim.rendering.first()),
        "",
        "",
        "",
        "XX",
        claim.rendering.npi());
    x12.segment("PRV", "PE", "PXC", claim.taxonomy);
    if (claim.supervising != null) {
      x12.segment(
          "NM1",
          "DQ",
          "1",
          Interchange.upper(claim.supervising.last()),
          Interchange.upper(claim.supervising.first()),
          "",
          "",
          "",
          "XX",
          claim.supervising.npi());
    }
    LocalDate day = claim.visit.date;
    int number = 1;
    for (ServiceLine line : claim.lines) {
      x12.segment("LX", String.valueOf(number));
      x12.segment(
          "SV1",
          line.composite(),
          Interchange.amount(line.charge()),
          "UN",
          String.valueOf(line.units()),
          "",
          "",
          "1");
      x12.segment("DTP", "472", "D8", Interchange.day(day));
      x12.segment("REF", "6R", lineControl(claim, number++));
    }
  }

  static String lineControl(Claim claim, int number) {
    return claim.control + "L" + number;
  }
}
