package io.headwater.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a payer says on Tuesday about the claims of Monday: a 999 for their form, a 277CA claim by
 * claim.
 */
final class Acknowledgments {
  private static final String FORM = "005010X231A1";
  private static final String CLAIMS = "005010X214";

  private Acknowledgments() {}

  static void write999(StringBuilder text, Batch batch, int number) {
    var x12 =
        Interchange.open(
            text,
            batch.payer().id(),
            Cast.SENDER,
            Calendar.at(batch.on().plusDays(1), "09:25"),
            number,
            "FA",
            FORM);
    x12.begin("999", FORM);
    x12.segment("AK1", "HC", String.valueOf(batch.group()), "005010X222A1");
    x12.segment("AK2", "837", "0001", "005010X222A1");
    x12.segment("IK5", "A");
    x12.segment("AK9", "A", "1", "1", "1");
    x12.end();
    x12.close();
  }

  static void write277(StringBuilder text, Batch batch, int number) {
    LocalDate on = batch.on().plusDays(1);
    String day = Interchange.day(on);
    Payer payer = batch.payer();
    var x12 =
        Interchange.open(
            text, payer.id(), Cast.SENDER, Calendar.at(on, "09:30"), number, "HN", CLAIMS);
    x12.begin("277", CLAIMS);
    x12.segment("BHT", "0085", "08", payer.prefix() + day + number, day, "0930", "TH");
    x12.segment("HL", "1", "", "20", "1");
    x12.segment(
        "NM1", "PR", "2", Interchange.upper(payer.name()), "", "", "", "", "PI", payer.id());
    x12.segment("TRN", "1", payer.prefix() + day + number);
    x12.segment("DTP", "050", "D8", day);
    x12.segment("DTP", "009", "D8", day);
    x12.segment("HL", "2", "1", "21", "1");
    x12.segment("NM1", "41", "2", Interchange.upper(Cast.GROUP), "", "", "", "", "46", Cast.SENDER);
    x12.segment("TRN", "2", batch.reference());
    List<Claim> rejected =
        batch.claims().stream().filter(claim -> claim.rejection != null).toList();
    List<Claim> accepted =
        batch.claims().stream().filter(claim -> claim.rejection == null).toList();
    x12.segment("STC", "A1:19:PR", day, "WQ", Interchange.amount(sum(batch.claims())));
    quantity(x12, "90", accepted);
    quantity(x12, "AA", rejected);
    total(x12, "YU", accepted);
    total(x12, "YY", rejected);
    x12.segment("HL", "3", "2", "19", "1");
    x12.segment(
        "NM1", "85", "2", Interchange.upper(Cast.GROUP), "", "", "", "", "XX", Cast.GROUP_NPI);
    int level = 4;
    for (Claim claim : batch.claims()) {
      status(x12, claim, level++, day);
    }
    x12.end();
    x12.close();
  }

  private static void status(Interchange x12, Claim claim, int level, String day) {
    Patient patient = claim.member.patient();
    x12.segment("HL", String.valueOf(level), "3", "PT");
    x12.segment(
        "NM1",
        "QC",
        "1",
        Interchange.upper(patient.last()),
        Interchange.upper(patient.first()),
        "",
        "",
        "",
        "MI",
        claim.member.memberId());
    x12.segment("TRN", "2", claim.control);
    String charge = Interchange.amount(claim.charge());
    if (claim.rejection == null) {
      x12.segment("STC", "A2:20:PR", day, "WQ", charge);
      x12.segment("REF", "1K", claim.payerControl);
    } else {
      x12.segment("STC", claim.rejection.composite(), day, "U", charge);
    }
    x12.segment("DTP", "472", "D8", Interchange.day(claim.visit.date));
  }

  private static void quantity(Interchange x12, String code, List<Claim> claims) {
    if (!claims.isEmpty()) {
      x12.segment("QTY", code, String.valueOf(claims.size()));
    }
  }

  private static void total(Interchange x12, String code, List<Claim> claims) {
    if (!claims.isEmpty()) {
      x12.segment("AMT", code, Interchange.amount(sum(claims)));
    }
  }

  private static BigDecimal sum(List<Claim> claims) {
    return claims.stream().map(Claim::charge).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
