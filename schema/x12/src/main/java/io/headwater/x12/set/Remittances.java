package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.Fault;
import io.headwater.x12.record.Remittance;
import io.headwater.x12.record.Remittance.ProviderAdjustment;
import io.headwater.x12.set.PaymentDraft.PaymentHeader;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The 835. A claim payment is told when the next begins; of the payment itself only its head and
 * sums are kept.
 */
final class Remittances implements SetReader {
  private static final int MOST_FAILING = 100;

  private final TransactionReading reading;
  private final List<ProviderAdjustment> providerAdjustments = new ArrayList<>();
  private final List<String> failing = new ArrayList<>();
  private final PaymentIdentity identity = new PaymentIdentity();
  private Segment bpr;
  private BigDecimal amount;
  private LocalDate date;
  private String trace;
  private String originator;
  private LocalDate produced;
  private String payerName;
  private String payerId;
  private String payerReference;
  private String payeeName;
  private String payeeNpi;
  private String payeeTax;
  private String party = "";
  private int claims;
  private BigDecimal sum = BigDecimal.ZERO;
  private PaymentDraft payment;

  Remittances(TransactionReading reading) {
    this.reading = reading;
  }

  @Override
  public void read(Segment s) {
    switch (s.id()) {
      case "BPR" -> begin(s);
      case "CLP" -> {
        finishPayment();
        claims++;
        payment = new PaymentDraft(s, identity, reading);
      }
      case "LX", "TS3", "TS2" -> finishPayment();
      case "PLB" -> {
        finishPayment();
        providerAdjustments(s);
      }
      default -> {
        if (payment != null) {
          payment.read(s);
        } else {
          head(s);
        }
      }
    }
  }

  @Override
  public void end() {
    finishPayment();
    if (bpr == null || trace == null) {
      reading.error(
          bpr == null ? "BPR" : "TRN",
          bpr == null ? 2 : 3,
          null,
          Fault.MISSING_SEGMENT,
          "BPR or TRN is missing");
      return;
    }
    var balance = new Balance();
    var withheld =
        providerAdjustments.stream()
            .map(ProviderAdjustment::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    balance.equal("payment: BPR02 = sum of CLP04 - sum of PLB", signed(), sum.subtract(withheld));
    failing.addAll(0, balance.failing());
    reading.tell(
        reading.position(bpr),
        new Remittance(
            remittanceId(),
            trace,
            originator,
            amount,
            bpr.at(3),
            bpr.at(1),
            bpr.at(4),
            date,
            produced,
            payerName,
            payer(),
            payeeName,
            payeeNpi,
            payeeTax,
            providerAdjustments,
            claims,
            sum,
            identity.fingerprint(),
            balance.holds(),
            failing));
  }

  private BigDecimal signed() {
    return bpr.is(3, "D") && amount != null ? amount.negate() : amount;
  }

  private void begin(Segment s) {
    if (bpr != null) {
      reading.error(s, null, Fault.UNEXPECTED_SEGMENT, "a second BPR in one transaction set");
      return;
    }
    bpr = s;
    reading.required(s, 1);
    amount = reading.requiredNumber(s, 2);
    reading.required(s, 3);
    reading.oneOf(s, 3, "C", "D");
    date = reading.looseDay(s, 16);
  }

  private void head(Segment s) {
    switch (s.id()) {
      case "TRN" -> {
        trace = first(trace, reading.required(s, 2));
        originator = first(originator, s.at(3));
      }
      case "DTM" -> {
        if (s.is(1, "405")) {
          produced = reading.looseDay(s, 2);
        }
      }
      case "N1" -> party(s);
      case "REF" -> reference(s);
      default -> {}
    }
  }

  private void party(Segment s) {
    party = Objects.requireNonNullElse(s.at(1), "");
    if (party.equals("PR")) {
      payerName = first(payerName, s.at(2));
      payerId = first(payerId, s.at(4));
    } else if (party.equals("PE")) {
      payeeName = first(payeeName, s.at(2));
      if (s.is(3, "XX")) {
        payeeNpi = first(payeeNpi, s.at(4));
      } else if (s.is(3, "FI")) {
        payeeTax = first(payeeTax, s.at(4));
      }
    }
  }

  private void reference(Segment s) {
    if (party.equals("PR") && s.is(1, "2U")) {
      payerReference = first(payerReference, s.at(2));
    } else if (party.equals("PE") && s.is(1, "TJ")) {
      payeeTax = first(payeeTax, s.at(2));
    }
  }

  private void providerAdjustments(Segment s) {
    var fiscal = reading.looseDay(s, 2);
    for (var element = 3; element <= s.size(); element += 2) {
      if (s.at(element) == null && s.at(element + 1) == null) {
        continue;
      }
      var code = s.at(element, 1);
      var money = reading.requiredNumber(s, element + 1);
      if (code == null) {
        reading.error(s, element, Fault.MISSING_ELEMENT, "the reason of a PLB amount is missing");
      }
      providerAdjustments.add(
          new ProviderAdjustment(code, s.at(element, 2), Balance.orZero(money), s.at(1), fiscal));
    }
  }

  private void finishPayment() {
    if (payment == null) {
      return;
    }
    var unbalanced =
        payment.finish(
            new PaymentHeader(
                bpr == null || trace == null ? null : remittanceId(), trace, date, payer()));
    for (var equation : unbalanced) {
      if (failing.size() < MOST_FAILING) {
        failing.add(equation);
      }
    }
    sum = sum.add(payment.paid());
    payment = null;
  }

  private String payer() {
    return first(payerId, payerReference);
  }

  private String remittanceId() {
    return first(first(payer(), originator), "") + "-" + trace + "-" + (date == null ? "" : date);
  }
}
