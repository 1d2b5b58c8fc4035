package io.headwater.x12.write;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.PaymentLine;
import io.headwater.x12.record.PersonName;
import io.headwater.x12.record.Remittance;
import io.headwater.x12.write.SegmentWriter.Composite;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Writes the 835; one that does not balance is not written. */
final class RemittanceSet {
  /** CAS carries at most so many reasons. */
  private static final int REASONS = 6;

  private final SegmentWriter out;
  private final Parties parties;

  RemittanceSet(SegmentWriter out) {
    this.out = out;
    this.parties = new Parties(out);
  }

  void write(RemittanceAdvice advice) throws IOException {
    Balanced.orRefuse(advice);
    var r = advice.remittance();
    out.beginSet();
    payment(r);
    payer(advice, r);
    out.segment(
        "N1", "PE", r.payeeName(), "XX", Parties.required("835", "the payee", r.payeeNpi()));
    parties.reference("TJ", r.payeeTaxIdentifier());
    if (!advice.claims().isEmpty()) {
      out.segment("LX", 1);
    }
    for (var claim : advice.claims()) {
      claim(claim);
    }
    for (var adjustment : r.providerAdjustments()) {
      out.segment(
          "PLB",
          adjustment.providerId(),
          adjustment.fiscalPeriodEnd(),
          Composite.of(adjustment.code(), adjustment.reference()),
          adjustment.amount());
    }
    out.endSet();
  }

  private void payment(Remittance r) throws IOException {
    var bpr = new Object[16];
    bpr[0] = r.handling();
    bpr[1] = Parties.required("835", "the amount", r.paymentAmount());
    bpr[2] = r.creditDebit();
    bpr[3] = Parties.required("835", "the method", r.method());
    bpr[15] = Parties.required("835", "the payment date", r.paymentDate());
    out.segment("BPR", bpr);
    out.segment(
        "TRN", "1", Parties.required("835", "the trace number", r.traceNumber()), r.originator());
    day("405", r.productionDate());
  }

  private void payer(RemittanceAdvice advice, Remittance r) throws IOException {
    out.segment("N1", "PR", Parties.required("835", "the payer's name", r.payerName()));
    parties.address(advice.payerAddress());
    parties.reference("2U", r.payerId());
    out.segment("PER", "BL", advice.contact(), "TE", advice.phone());
  }

  private void claim(ClaimPayment c) throws IOException {
    var what = "claim " + c.controlNumber();
    var share = c.patientResponsibility();
    out.segment(
        "CLP",
        Parties.required("835", "a control number", c.controlNumber()),
        Parties.required(what, "the status", c.status()),
        Parties.required(what, "the charge", c.charge()),
        Parties.required(what, "the payment", c.paid()),
        share == null || share.signum() == 0 ? null : share,
        c.filingIndicator(),
        c.payerControlNumber(),
        c.facilityCode(),
        c.frequency());
    adjustments(c.adjustments());
    parties.person("QC", c.patientName(), "MI", c.patientId());
    if (c.corrected() != null) {
      var name = c.corrected().name() == null ? c.patientName() : c.corrected().name();
      parties.person("74", name, "C", c.corrected().memberId());
    }
    if (c.renderingNpi() != null) {
      parties.person("82", new PersonName(null, null), "XX", c.renderingNpi());
    }
    if (!c.remarks().isEmpty()) {
      var moa = new Object[2 + c.remarks().size()];
      for (int i = 0; i < c.remarks().size(); i++) {
        moa[2 + i] = c.remarks().get(i);
      }
      out.segment("MOA", moa);
    }
    parties.reference("F8", c.originalReference());
    parties.reference("G1", c.authorizationNumber());
    day("232", c.statementFrom());
    day("233", c.statementTo());
    day("050", c.receivedOn());
    for (var line : c.lines()) {
      line(line);
    }
  }

  private void line(PaymentLine line) throws IOException {
    var submitted =
        line.submittedProcedure() == null
            ? null
            : Parties.procedure(line.submittedProcedure(), List.of());
    out.segment(
        "SVC",
        Parties.procedure(line.procedure(), line.modifiers()),
        line.charge(),
        line.paid(),
        line.revenueCode(),
        line.units(),
        submitted,
        line.submittedUnits());
    if (line.serviceDateEnd() == null) {
      day("472", line.serviceDate());
    } else {
      day("150", line.serviceDate());
      day("151", line.serviceDateEnd());
    }
    adjustments(line.adjustments());
    parties.reference("6R", line.lineControl());
    if (line.allowed() != null) {
      out.segment("AMT", "B6", line.allowed());
    }
    for (var remark : line.remarks()) {
      out.segment("LQ", "HE", remark);
    }
  }

  /** A CAS a group, another where a group has more reasons than one holds. */
  private void adjustments(List<Adjustment> all) throws IOException {
    var groups = new LinkedHashMap<String, List<Adjustment>>();
    all.forEach(a -> groups.computeIfAbsent(a.group(), _ -> new ArrayList<>()).add(a));
    for (var group : groups.entrySet()) {
      var of = group.getValue();
      for (int from = 0; from < of.size(); from += REASONS) {
        var elements = new ArrayList<Object>(List.of(group.getKey()));
        for (var a : of.subList(from, Math.min(of.size(), from + REASONS))) {
          elements.add(a.reason());
          elements.add(a.amount());
          elements.add(a.quantity());
        }
        out.segment("CAS", elements.toArray());
      }
    }
  }

  private void day(String qualifier, LocalDate day) throws IOException {
    if (day != null) {
      out.segment("DTM", qualifier, day);
    }
  }

  /** The equations of the guide (005010X221, section 1.10.2). */
  private static final class Balanced {
    private Balanced() {}

    static void orRefuse(RemittanceAdvice advice) {
      var total = BigDecimal.ZERO;
      for (var c : advice.claims()) {
        claim(c);
        total = total.add(c.paid());
      }
      for (var a : advice.remittance().providerAdjustments()) {
        total = total.subtract(a.amount());
      }
      equal("BPR02 = CLP04 - PLB", advice.remittance().paymentAmount(), total);
      if (total.signum() < 0) {
        throw new NotWritableException("835: the payment is negative");
      }
    }

    private static void claim(ClaimPayment c) {
      var name = "claim " + c.controlNumber() + ": ";
      var charges = BigDecimal.ZERO;
      var payments = BigDecimal.ZERO;
      var patient = patient(c.adjustments());
      for (var line : c.lines()) {
        equal(
            name + "SVC02 - CAS = SVC03",
            line.charge().subtract(sum(line.adjustments())),
            line.paid());
        charges = charges.add(line.charge());
        payments = payments.add(line.paid());
        patient = patient.add(patient(line.adjustments()));
      }
      if (c.lines().isEmpty()) {
        equal(name + "CLP03 - CAS = CLP04", c.charge().subtract(sum(c.adjustments())), c.paid());
      } else {
        equal(name + "SVC02 = CLP03", charges, c.charge());
        equal(name + "SVC03 - CAS = CLP04", payments.subtract(sum(c.adjustments())), c.paid());
      }
      if (!c.reversal()) {
        var share = c.patientResponsibility();
        equal(name + "CLP05 = CAS PR", share == null ? BigDecimal.ZERO : share, patient);
      }
    }

    private static BigDecimal patient(List<Adjustment> all) {
      return sum(all.stream().filter(a -> a.group().equals("PR")).toList());
    }

    private static BigDecimal sum(List<Adjustment> all) {
      return all.stream().map(Adjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void equal(String equation, BigDecimal left, BigDecimal right) {
      if (left.compareTo(right) != 0) {
        throw new NotWritableException(
            "835: " + equation + " does not hold: " + left + " is not " + right);
      }
    }
  }
}
