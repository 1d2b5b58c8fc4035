package io.headwater.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One payer's remittance of a Thursday: the payment, and every claim it stands for. */
final class Interchange835 {
  private static final String VERSION = "005010X221A1";
  private static final BigDecimal INTEREST = new BigDecimal("1.35");

  private Interchange835() {}

  static void write(
      StringBuilder text, Payer payer, LocalDate on, List<Decision> decisions, int number) {
    BigDecimal paid =
        decisions.stream().map(Decision::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean interest = paid.signum() > 0 && number % 23 == 0;
    var x12 =
        Interchange.open(
            text, payer.id(), Cast.SENDER, Calendar.at(on, "11:00"), number, "HP", VERSION);
    x12.begin("835", null);
    payment(x12, payer, on, interest ? paid.add(INTEREST) : paid);
    x12.segment(
        "TRN",
        "1",
        payer.prefix() + Interchange.day(on).substring(2) + "-" + number,
        payer.taxId());
    x12.segment("DTM", "405", Interchange.day(on));
    x12.segment("N1", "PR", Interchange.upper(payer.name()));
    x12.segment("N3", "PO BOX 9020");
    x12.segment("N4", "DAYTON", "OH", "45401");
    x12.segment("REF", "2U", payer.id());
    x12.segment("PER", "BL", "EDI SUPPORT", "TE", "5555550199");
    x12.segment("N1", "PE", Interchange.upper(Cast.GROUP), "XX", Cast.GROUP_NPI);
    x12.segment("REF", "TJ", Cast.TIN);
    x12.segment("LX", "1");
    decisions.forEach(decision -> claim(x12, decision));
    if (interest) {
      x12.segment(
          "PLB",
          Cast.GROUP_NPI,
          on.getYear() + "1231",
          "L6:" + decisions.getFirst().claim().payerControl,
          INTEREST.negate().toPlainString());
    }
    x12.end();
    x12.close();
  }

  private static void payment(Interchange x12, Payer payer, LocalDate on, BigDecimal amount) {
    if (amount.signum() == 0) {
      x12.segment(
          "BPR",
          "I",
          "0",
          "C",
          "NON",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          Interchange.day(on));
    } else {
      x12.segment(
          "BPR",
          "I",
          Interchange.amount(amount),
          "C",
          "ACH",
          "CCP",
          "01",
          "111000025",
          "DA",
          "4400123",
          payer.taxId(),
          "",
          "01",
          "122100024",
          "DA",
          "77009913",
          Interchange.day(on));
    }
  }

  private static void claim(Interchange x12, Decision decision) {
    Claim claim = decision.claim();
    Patient patient = claim.member.patient();
    BigDecimal owed = decision.patientResponsibility();
    x12.segment(
        "CLP",
        claim.control,
        decision.status(),
        Interchange.amount(claim.charge()),
        Interchange.amount(decision.paid()),
        owed.signum() == 0 ? "" : Interchange.amount(owed),
        claim.payer().product(),
        claim.payerControl,
        claim.placeOfService,
        claim.frequency);
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
    if (decision.notice() != null) {
      x12.segment("MOA", "", "", decision.notice());
    }
    x12.segment("DTM", "050", Interchange.day(claim.submitted.plusDays(1)));
    int number = 1;
    for (Decision.Line line : decision.lines()) {
      line(x12, claim, line, number++);
    }
  }

  private static void line(Interchange x12, Claim claim, Decision.Line line, int number) {
    ServiceLine billed = line.billed();
    x12.segment(
        "SVC",
        billed.composite(),
        Interchange.amount(billed.charge()),
        Interchange.amount(line.paid()),
        "",
        String.valueOf(billed.units()));
    x12.segment("DTM", "472", Interchange.day(claim.visit.date));
    for (Decision.Adjustment adjustment : line.adjustments()) {
      x12.segment(
          "CAS", adjustment.group(), adjustment.reason(), Interchange.amount(adjustment.amount()));
    }
    x12.segment("REF", "6R", Interchange837.lineControl(claim, number));
    if (line.allowed() != null) {
      x12.segment("AMT", "B6", Interchange.amount(line.allowed()));
    }
    line.remarks().forEach(remark -> x12.segment("LQ", "HE", remark));
  }
}
