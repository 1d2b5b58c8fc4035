package io.headwater.gateway.why;

import io.headwater.gateway.why.AnswerProperties.Otherwise;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.fact.CasAdjustment;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.vocabulary.Adjustment;
import java.util.ArrayList;
import java.util.List;

/** A dossier with records lost and the payer's codes exchanged; the claim itself stays. */
final class Retold {

  private final Otherwise how;
  private final String number;
  private int place;

  private Retold(Otherwise how, String number) {
    this.how = how;
    this.number = number;
  }

  static Dossier of(Dossier d, Otherwise how) {
    var told = new Retold(how, d.controlNumber());
    return new Dossier(
        d.controlNumber(),
        d.knownAt(),
        d.unavailable(),
        told.left(d.practiceProfiles()),
        told.left(d.payers()),
        told.left(d.locations()),
        told.left(d.providers()),
        told.left(d.patients()),
        told.left(d.coverages()),
        told.left(d.eligibilityChecks()),
        told.left(d.coverageNotices()),
        told.left(d.scheduleEvents()),
        told.left(d.enrollments()),
        told.left(d.groupLinkages()),
        told.left(d.supervisions()),
        told.left(d.authorizations()),
        told.left(d.encounters()),
        d.claims(),
        told.left(d.acknowledgments()),
        told.left(d.workEvents()),
        told.left(d.policies()),
        told.left(d.remittances()),
        d.claimPayments().stream().map(told::payment).toList(),
        told.left(d.feeSchedules()),
        told.left(d.patientPayments()));
  }

  private <T> List<Recorded<T>> left(List<Recorded<T>> records) {
    var left = new ArrayList<Recorded<T>>();
    for (var record : records) {
      if ((how.lost() >> place++ % 62 & 1) == 0) {
        left.add(record);
      }
    }
    return left;
  }

  private Recorded<ClaimPayment> payment(Recorded<ClaimPayment> record) {
    var p = record.fact();
    if (!number.equals(p.controlNumber())) {
      return record;
    }
    var payment =
        new ClaimPayment(
            p.claimPaymentId(),
            p.remittanceId(),
            p.traceNumber(),
            p.paymentDate(),
            p.payerId(),
            p.controlNumber(),
            p.status(),
            p.charge(),
            p.paid(),
            p.patientResponsibility(),
            p.payerControlNumber(),
            p.filingIndicator(),
            p.facilityCode(),
            p.frequency(),
            p.patientId(),
            p.correctedMemberId(),
            p.crossoverPayerId(),
            p.crossoverPayerName(),
            p.renderingNpi(),
            p.receivedOn(),
            p.adjustments().stream().map(this::adjustment).toList(),
            p.remarks(),
            p.lines().stream().map(this::line).toList(),
            p.balanced());
    return new Recorded<>(
        record.owner(), record.kind(), record.id(), record.version(), record.recordedAt(), payment);
  }

  private PaymentLine line(PaymentLine l) {
    var remarks = new ArrayList<>(l.remarks());
    if (!how.remark().isEmpty()) {
      remarks.add(how.remark());
    }
    return new PaymentLine(
        l.number(),
        l.procedure(),
        l.modifiers(),
        l.submittedProcedure(),
        l.charge(),
        l.paid(),
        l.units(),
        l.serviceDate(),
        l.lineControl(),
        l.adjustments().stream().map(this::adjustment).toList(),
        remarks,
        l.allowed());
  }

  private CasAdjustment adjustment(CasAdjustment a) {
    if (!new Adjustment(a.group(), a.reason(), a.amount()).denies()) {
      return a;
    }
    return new CasAdjustment(
        how.group().isEmpty() ? a.group() : how.group(),
        how.reason().isEmpty() ? a.reason() : how.reason(),
        a.amount(),
        a.quantity());
  }
}
