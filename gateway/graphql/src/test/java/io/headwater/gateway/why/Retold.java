package io.headwater.gateway.why;

import io.headwater.gateway.why.AnswerProperties.Otherwise;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.fact.CasAdjustment;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.vocabulary.Adjustment;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A dossier with records lost and the payer's codes exchanged; the claim itself stays. */
final class Retold {
  private static final Set<String> KEPT = Set.of("claims", "claimPayments");

  private final Otherwise how;
  private int place;

  private Retold(Otherwise how) {
    this.how = how;
  }

  static Dossier of(Dossier d, Otherwise how) {
    var told = new Retold(how);
    var lists = new HashMap<String, Object>();
    for (var component : Dossier.class.getRecordComponents()) {
      if (component.getType() == List.class && !KEPT.contains(component.getName())) {
        lists.put(component.getName(), told.left(list(component, d)));
      }
    }
    lists.put(
        "claimPayments",
        d.claimPayments().stream()
            .map(p -> d.controlNumber().equals(p.fact().controlNumber()) ? told.payment(p) : p)
            .toList());
    return Changed.of(d, lists);
  }

  private static List<?> list(RecordComponent component, Dossier d) {
    try {
      return (List<?>) component.getAccessor().invoke(d);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<?> left(List<?> records) {
    var left = new ArrayList<>();
    for (var record : records) {
      if ((how.lost() >> place++ % 62 & 1) == 0) {
        left.add(record);
      }
    }
    return left;
  }

  private Recorded<ClaimPayment> payment(Recorded<ClaimPayment> record) {
    var payment = record.fact();
    return Changed.of(
        record,
        Map.of(
            "fact",
            Changed.of(
                payment,
                Map.of(
                    "adjustments",
                    adjustments(payment.adjustments()),
                    "lines",
                    payment.lines().stream().map(this::line).toList()))));
  }

  private PaymentLine line(PaymentLine line) {
    var remarks = new ArrayList<>(line.remarks());
    if (!how.remark().isEmpty()) {
      remarks.add(how.remark());
    }
    return Changed.of(
        line, Map.of("remarks", remarks, "adjustments", adjustments(line.adjustments())));
  }

  private List<CasAdjustment> adjustments(List<CasAdjustment> adjustments) {
    return adjustments.stream().map(this::adjustment).toList();
  }

  private CasAdjustment adjustment(CasAdjustment a) {
    if (!new Adjustment(a.group(), a.reason(), a.amount()).denies()) {
      return a;
    }
    return Changed.of(
        a,
        Map.of(
            "group", how.group().isEmpty() ? a.group() : how.group(),
            "reason", how.reason().isEmpty() ? a.reason() : how.reason()));
  }
}
