package io.headwater.x12.set;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.OtherPayer;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Another payer of a claim (loops 2320 and 2330), while it is read. */
final class OtherPayerDraft {
  private final TransactionReading reading;
  private final Segment sbr;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private String payerId;
  private String payerName;
  private String memberId;
  private BigDecimal paid;

  OtherPayerDraft(Segment sbr, TransactionReading reading) {
    this.sbr = sbr;
    this.reading = reading;
  }

  void read(Segment s) {
    switch (s.id()) {
      case "CAS" -> adjusted(s);
      case "AMT" -> {
        if (s.is(1, "D")) {
          paid = reading.number(s, 2);
        }
      }
      case "NM1" -> {
        if (s.is(1, "IL")) {
          memberId = s.at(9);
        } else if (s.is(1, "PR")) {
          payerId = s.at(9);
          payerName = s.at(3);
        }
      }
      default -> {}
    }
  }

  /** CAS of the claim here, or of one of its lines under an SVD of this payer. */
  void adjusted(Segment cas) {
    adjustments.addAll(Elements.adjustments(cas, reading));
  }

  boolean is(String id) {
    return Objects.equals(payerId, id);
  }

  OtherPayer payer() {
    return new OtherPayer(sbr.at(1), payerId, payerName, memberId, paid, List.copyOf(adjustments));
  }
}
