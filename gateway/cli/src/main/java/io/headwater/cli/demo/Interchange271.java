package io.headwater.cli.demo;

import java.time.Instant;
import java.util.List;

/** The questions of a Sunday to one payer (270) and its answers (271), one subscriber a check. */
final class Interchange271 {
  private static final String VERSION = "005010X279A1";
  private static final String COMPANY = "9JUNIPERFL";

  private Interchange271() {}

  static void write270(StringBuilder text, List<Check> checks, int number) {
    Payer payer = checks.getFirst().payer();
    Instant at = checks.getFirst().at().minusSeconds(60);
    var x12 = Interchange.open(text, Cast.SENDER, payer.id(), at, number, "HS", VERSION);
    head(x12, "270", "13", payer, number, checks, "1419");
    int level = 3;
    for (Check check : checks) {
      x12.segment("HL", String.valueOf(level++), "2", "22", "0");
      x12.segment("TRN", "1", check.id(), COMPANY);
      Patient patient = check.patient();
      name(x12, patient, check.sent());
      x12.segment("REF", "EJ", patient.id());
      x12.segment("DMG", "D8", Interchange.day(patient.birthDate()), patient.sex());
      x12.segment("DTP", "291", "D8", Interchange.day(check.serviceDate()));
      x12.segment("EQ", "30^MH");
    }
    x12.end();
    x12.close();
  }

  static void write271(StringBuilder text, List<Check> checks, int number) {
    Payer payer = checks.getFirst().payer();
    var x12 =
        Interchange.open(
            text, payer.id(), Cast.SENDER, checks.getFirst().at(), number, "HB", VERSION);
    head(x12, "271", "11", payer, number, checks, "1420");
    int level = 3;
    for (Check check : checks) {
      x12.segment("HL", String.valueOf(level++), "2", "22", "0");
      answer(x12, check);
    }
    x12.end();
    x12.close();
  }

  private static void head(
      Interchange x12,
      String set,
      String purpose,
      Payer payer,
      int number,
      List<Check> checks,
      String time) {
    String day =
        Interchange.day(checks.getFirst().at().atZone(java.time.ZoneOffset.UTC).toLocalDate());
    x12.begin(set, VERSION);
    x12.segment("BHT", "0022", purpose, "EL" + day + number, day, time);
    x12.segment("HL", "1", "", "20", "1");
    x12.segment(
        "NM1", "PR", "2", Interchange.upper(payer.name()), "", "", "", "", "PI", payer.id());
    x12.segment("HL", "2", "1", "21", "1");
    x12.segment(
        "NM1", "1P", "2", Interchange.upper(Cast.GROUP), "", "", "", "", "XX", Cast.GROUP_NPI);
  }

  private static void name(Interchange x12, Patient patient, String memberId) {
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
        memberId);
  }

  private static void answer(Interchange x12, Check check) {
    Patient patient = check.patient();
    x12.segment("TRN", "2", check.id(), COMPANY);
    name(x12, patient, check.returned() == null ? check.sent() : check.returned());
    x12.segment("REF", "6P", check.group());
    x12.segment("REF", "EJ", patient.id());
    x12.segment("N3", patient.street());
    x12.segment("N4", "AUSTIN", "TX", "78701");
    x12.segment("DMG", "D8", Interchange.day(patient.birthDate()), patient.sex());
    x12.segment("DTP", "346", "D8", Interchange.day(check.planBegin()));
    if (!check.active()) {
      x12.segment("DTP", "347", "D8", Interchange.day(check.planEnd()));
      x12.segment("EB", "6", "IND", "30");
    }
    check.benefits().forEach(benefit -> benefit(x12, benefit));
  }

  private static void benefit(Interchange x12, Check.Benefit benefit) {
    String types = String.join("^", benefit.serviceTypes());
    if (benefit.information().equals("B")) {
      x12.segment(
          "EB",
          "B",
          "IND",
          types,
          "",
          "",
          benefit.period(),
          benefit.amount(),
          "",
          "",
          "",
          "U",
          "Y");
    } else if (benefit.amount() != null) {
      x12.segment(
          "EB",
          benefit.information(),
          "IND",
          types,
          "",
          "",
          benefit.period(),
          benefit.amount(),
          "",
          "",
          "",
          "",
          "Y");
    } else {
      x12.segment("EB", benefit.information(), "IND", types);
    }
    if (benefit.message() != null) {
      x12.segment("MSG", benefit.message());
    }
    if (benefit.related() != null) {
      Payer other = benefit.related().payer();
      x12.segment("LS", "2120");
      x12.segment(
          "NM1",
          benefit.related().role(),
          "2",
          Interchange.upper(other.name()),
          "",
          "",
          "",
          "",
          "PI",
          other.id());
      x12.segment("LE", "2120");
    }
  }
}
