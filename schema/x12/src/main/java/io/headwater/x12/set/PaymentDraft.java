package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.Fault;
import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.ClaimPayment.CorrectedInsured;
import io.headwater.x12.record.PaymentLine;
import io.headwater.x12.record.PersonName;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A CLP and what follows it, while it is read. */
final class PaymentDraft {
  private final TransactionReading reading;
  private final Segment clp;
  private final PaymentIdentity identity;
  private final BigDecimal charge;
  private final BigDecimal paid;
  private final BigDecimal patientResponsibility;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<PaymentLine> lines = new ArrayList<>();
  private String patientId;
  private PersonName patientName;
  private String insuredId;
  private CorrectedInsured corrected;
  private String crossoverName;
  private String crossoverId;
  private String rendering;
  private String originalReference;
  private String authorization;
  private String group;
  private DateSpan received = DateSpan.NONE;
  private DateSpan from = DateSpan.NONE;
  private DateSpan to = DateSpan.NONE;
  private DateSpan expires = DateSpan.NONE;
  private BigDecimal coverage;
  private BigDecimal interest;
  private BigDecimal patientPaid;
  private PaymentLineDraft line;

  PaymentDraft(Segment clp, PaymentIdentity identity, TransactionReading reading) {
    this.clp = clp;
    this.identity = identity;
    this.reading = reading;
    reading.required(clp, 1);
    reading.required(clp, 2);
    charge = reading.requiredNumber(clp, 3);
    paid = reading.requiredNumber(clp, 4);
    patientResponsibility = reading.number(clp, 5);
  }

  BigDecimal paid() {
    return Balance.orZero(paid);
  }

  void read(Segment s) {
    if (s.id().equals("SVC")) {
      finishLine();
      line = new PaymentLineDraft(s, lines.size() + 1, reading);
    } else if (line != null) {
      line.read(s);
    } else {
      claim(s);
    }
  }

  private void claim(Segment s) {
    switch (s.id()) {
      case "CAS" -> adjustments.addAll(Elements.adjustments(s, reading));
      case "NM1" -> name(s);
      case "MOA" -> remarks(s, 3, 7);
      case "MIA" -> {
        remarks(s, 5, 5);
        remarks(s, 20, 23);
      }
      case "REF" -> {
        switch (Objects.requireNonNullElse(s.at(1), "")) {
          case "F8" -> originalReference = s.at(2);
          case "G1", "BB" -> authorization = first(authorization, s.at(2));
          case "1L" -> group = s.at(2);
          default -> {}
        }
      }
      case "DTM" -> {
        switch (Objects.requireNonNullElse(s.at(1), "")) {
          case "050" -> received = reading.span(s, 2);
          case "232" -> from = reading.span(s, 2);
          case "233" -> to = reading.span(s, 2);
          case "036" -> expires = reading.span(s, 2);
          default -> {}
        }
      }
      case "AMT" -> {
        switch (Objects.requireNonNullElse(s.at(1), "")) {
          case "AU" -> coverage = reading.number(s, 2);
          case "I" -> interest = reading.number(s, 2);
          case "F5" -> patientPaid = reading.number(s, 2);
          default -> {}
        }
      }
      case "LQ" -> remarks.add(s.at(2));
      default -> {}
    }
  }

  private void name(Segment s) {
    reading.oneOf(s, 2, "1", "2");
    switch (Objects.requireNonNullElse(s.at(1), "")) {
      case "QC" -> {
        patientId = s.at(9);
        patientName = Elements.name(s);
      }
      case "IL" -> insuredId = s.at(9);
      case "74" -> corrected = new CorrectedInsured(Elements.name(s), s.at(9));
      case "TT" -> {
        crossoverName = s.at(3);
        crossoverId = s.at(9);
      }
      case "82" -> rendering = s.at(9);
      default -> {}
    }
  }

  private void remarks(Segment s, int from, int to) {
    for (var element = from; element <= to; element++) {
      if (s.at(element) != null) {
        remarks.add(s.at(element));
      }
    }
  }

  private void finishLine() {
    if (line != null) {
      lines.add(line.line());
      line = null;
    }
  }

  /** The first day of service that the lines name, else the claim; null where neither does. */
  private LocalDate firstDay() {
    return lines.stream()
        .map(PaymentLine::serviceDate)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(from.first());
  }

  /** Tells the claim payment and returns the equations of it that do not hold. */
  List<String> finish(PaymentHeader header) {
    finishLine();
    remarks.removeIf(Objects::isNull);
    var control = clp.at(1);
    var balance = new Balance();
    lines.forEach(l -> balance.line(control, l));
    balance.claim(clp.at(2), control, charge, paid, patientResponsibility, adjustments, lines);
    if (header.remittanceId() == null) {
      reading.error(clp, null, Fault.UNEXPECTED_SEGMENT, "CLP stands before BPR and TRN");
    }
    reading.tell(
        reading.position(clp),
        new ClaimPayment(
            identity.of(header.remittanceId(), clp, firstDay(), charge),
            header.remittanceId(),
            header.trace(),
            header.date(),
            header.payerId(),
            control,
            clp.at(2),
            charge,
            paid,
            patientResponsibility,
            clp.at(6),
            clp.at(7),
            clp.at(8),
            clp.at(9),
            patientId,
            patientName,
            insuredId,
            corrected,
            crossoverName,
            crossoverId,
            rendering,
            originalReference,
            authorization,
            group,
            received.first(),
            from.first(),
            to.first(),
            expires.first(),
            coverage,
            interest,
            patientPaid,
            adjustments,
            remarks,
            lines,
            balance.holds(),
            balance.failing()));
    return balance.failing();
  }

  /**
   * What a claim payment repeats of its payment.
   *
   * @param remittanceId null before BPR and TRN were read
   */
  record PaymentHeader(String remittanceId, String trace, LocalDate date, String payerId) {}
}
