package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.List;

/** One payer's decisions of a fortnight, as 278 responses, a transaction each. */
final class Interchange278 {
  private static final String VERSION = "005010X217";

  private Interchange278() {}

  static void write(StringBuilder text, List<Authorization> approvals, int number) {
    Authorization first = approvals.getFirst();
    var x12 =
        Interchange.open(
            text,
            first.member().payer().id(),
            Cast.SENDER,
            Calendar.at(first.decided(), "16:00"),
            number,
            "HI",
            VERSION);
    approvals.forEach(approval -> response(x12, approval));
    x12.close();
  }

  private static void response(Interchange x12, Authorization approval) {
    Membership member = approval.member();
    Patient patient = member.patient();
    String decided = Interchange.day(approval.decided());
    x12.begin("278", VERSION);
    x12.segment("BHT", "0007", "11", approval.id(), decided, "1600", "18");
    x12.segment("HL", "1", "", "20", "1");
    x12.segment(
        "NM1",
        "X3",
        "2",
        Interchange.upper(member.payer().name()),
        "",
        "",
        "",
        "",
        "PI",
        member.payer().id());
    x12.segment("HL", "2", "1", "21", "1");
    x12.segment(
        "NM1", "1P", "2", Interchange.upper(Cast.GROUP), "", "", "", "", "XX", Cast.GROUP_NPI);
    x12.segment("HL", "3", "2", "22", "1");
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
    x12.segment("REF", "EJ", patient.id());
    x12.segment("DMG", "D8", Interchange.day(patient.birthDate()), patient.sex());
    x12.segment("HL", "4", "3", "EV", "1");
    x12.segment("TRN", "2", approval.id(), "9JUNIPERFL");
    x12.segment("UM", "HS", "I", "A6", "11:B");
    x12.segment("HCR", "A1", approval.number());
    x12.segment("DTP", "102", "D8", decided);
    x12.segment("DTP", "007", "D8", Interchange.day(approval.effective()));
    x12.segment("DTP", "036", "D8", Interchange.day(approval.expires()));
    x12.segment("HI", "BF:" + approval.diagnosis().replace(".", ""));
    x12.segment("HL", "5", "4", "SS", "0");
    x12.segment("HCR", "A1", approval.number());
    x12.segment("DTP", "472", "RD8", span(approval.effective(), approval.expires()));
    String visits = String.valueOf(approval.visits());
    x12.segment("SV1", "HC:" + approval.procedure(), "", "UN", visits);
    x12.segment("HSD", "VS", visits);
    Clinician clinician = approval.clinician();
    x12.segment(
        "NM1",
        "SJ",
        "1",
        Interchange.upper(clinician.last()),
        Interchange.upper(clinician.first()),
        "",
        "",
        "",
        "XX",
        clinician.npi());
    x12.end();
  }

  private static String span(LocalDate from, LocalDate to) {
    return Interchange.day(from) + "-" + Interchange.day(to);
  }
}
