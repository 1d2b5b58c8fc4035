package io.headwater.x12.set;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.ClaimLine.Adjudication;
import io.headwater.x12.record.OtherPayer;
import io.headwater.x12.record.PersonName;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Another payer of a claim (loops 2320 and 2330), while it is read. */
final class OtherPayerDraft {
  private final TransactionReading reading;
  private final Segment sbr;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private final List<Adjustment> ofLines = new ArrayList<>();
  private String payerId;
  private String payerName;
  private String memberId;
  private PersonName subscriberName;
  private String claimReference;
  private BigDecimal paid;
  private LocalDate paidOn;
  private LocalDate linesPaidOn;

  OtherPayerDraft(Segment sbr, TransactionReading reading) {
    this.sbr = sbr;
    this.reading = reading;
  }

  void read(Segment s) {
    switch (s.id()) {
      case "CAS" -> adjustments.addAll(Elements.adjustments(s, reading));
      case "AMT" -> {
        if (s.is(1, "D")) {
          paid = reading.number(s, 2);
        }
      }
      case "NM1" -> {
        if (s.is(1, "IL")) {
          memberId = s.at(9);
          subscriberName = Elements.name(s);
        } else if (s.is(1, "PR")) {
          payerId = s.at(9);
          payerName = s.at(3);
        }
      }
      case "DTP" -> {
        if (s.is(1, "573")) {
          paidOn = reading.looseDay(s, 3);
        }
      }
      case "REF" -> {
        if (s.is(1, "F8")) {
          claimReference = s.at(2);
        }
      }
      default -> {}
    }
  }

  /** What this payer did with one of the claim's lines. */
  void adjudicated(Adjudication line) {
    ofLines.addAll(line.adjustments());
    linesPaidOn = Elements.first(linesPaidOn, line.adjudicatedOn());
  }

  boolean is(String id) {
    return Objects.equals(payerId, id);
  }

  OtherPayer payer() {
    var all = new ArrayList<>(adjustments);
    all.addAll(ofLines);
    return new OtherPayer(
        sbr.at(1),
        payerId,
        payerName,
        memberId,
        subscriberName,
        sbr.at(2),
        sbr.at(3),
        sbr.at(9),
        claimReference,
        paid,
        Elements.first(paidOn, linesPaidOn),
        all);
  }
}
