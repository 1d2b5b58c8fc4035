package io.headwater.rootcause;

import io.headwater.rootcause.fact.CasAdjustment;
import io.headwater.rootcause.fact.ClaimPayment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a primary payer decided, held against what a secondary claim says of it (X12 837 2430). */
final class PrimaryAdjudication {

  private PrimaryAdjudication() {}

  /** The primary's remittance of the visit where the claim tells its adjustments otherwise. */
  static Recorded<ClaimPayment> differs(World w) {
    for (var other : w.claim.fact().otherPayers()) {
      if (other.payerId() == null || other.adjustments().isEmpty()) {
        continue;
      }
      var remitted = remitted(w, other.payerId());
      if (remitted != null && !same(sums(other.adjustments()), sums(all(remitted.fact())))) {
        return remitted;
      }
    }
    return null;
  }

  private static Recorded<ClaimPayment> remitted(World w, String payerId) {
    return Latest.last(
        Latest.where(
            Latest.of(w.dossier.claimPayments()),
            p ->
                Objects.equals(p.payerId(), payerId)
                    && !p.reversal()
                    && p.lines().stream().anyMatch(l -> w.dos.equals(l.serviceDate()))
                    && w.siblings.stream()
                        .anyMatch(
                            s -> Objects.equals(s.fact().controlNumber(), p.controlNumber()))));
  }

  private static List<CasAdjustment> all(ClaimPayment p) {
    return Stream.concat(
            p.adjustments().stream(), p.lines().stream().flatMap(l -> l.adjustments().stream()))
        .toList();
  }

  private static Map<String, BigDecimal> sums(List<CasAdjustment> adjustments) {
    var sums = new TreeMap<String, BigDecimal>();
    for (var a : adjustments) {
      sums.merge(a.group() + a.reason(), Ledger.zero(a.amount()), BigDecimal::add);
    }
    return sums;
  }

  private static boolean same(Map<String, BigDecimal> a, Map<String, BigDecimal> b) {
    return a.keySet().equals(b.keySet())
        && a.entrySet().stream().allMatch(e -> e.getValue().compareTo(b.get(e.getKey())) == 0);
  }
}
