package io.headwater.rootcause;

import io.headwater.rootcause.fact.ProviderAdjustment;
import io.headwater.rootcause.fact.Remittance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * Remittances as wholes. A clearinghouse may split one payment over several files; each part
 * repeats the head (BPR, TRN) and holds some of the claims, so that a part alone does not balance
 * and may lack the provider adjustments. Parts of one remittance are versions of it that hold other
 * claims; a version that holds the same claims is a better copy of the one before.
 */
public final class RemittanceParts {

  private RemittanceParts() {}

  /** One record a remittance, cited as its last version, with what all of its parts say. */
  public static List<Recorded<Remittance>> wholes(List<Recorded<Remittance>> versions) {
    var byId = new LinkedHashMap<String, List<Recorded<Remittance>>>();
    versions.forEach(v -> byId.computeIfAbsent(v.id(), id -> new ArrayList<>()).add(v));
    var wholes = new ArrayList<Recorded<Remittance>>();
    for (var of : byId.values()) {
      var last = Latest.of(of).getFirst();
      var whole = of.size() == 1 ? last.fact() : whole(last.fact(), parts(of));
      wholes.add(
          new Recorded<>(
              last.owner(), last.kind(), last.id(), last.version(), last.recordedAt(), whole));
    }
    return wholes;
  }

  /** The versions that hold other claims, each in its last copy. */
  private static List<Remittance> parts(List<Recorded<Remittance>> versions) {
    var parts = new LinkedHashMap<String, Recorded<Remittance>>();
    for (var v : versions) {
      parts.merge(
          String.valueOf(v.fact().fingerprint()),
          v,
          (a, b) -> b.recordedAt().isBefore(a.recordedAt()) ? a : b);
    }
    return parts.values().stream().map(Recorded::fact).toList();
  }

  private static Remittance whole(Remittance last, List<Remittance> parts) {
    var adjustments = adjustments(parts);
    var balanced = balanced(last, parts, adjustments);
    return new Remittance(
        last.remittanceId(),
        last.traceNumber(),
        last.paymentAmount(),
        last.creditDebit(),
        last.method(),
        last.paymentDate(),
        last.payerName(),
        last.payerId(),
        last.payeeNpi(),
        adjustments,
        last.claimTotal(),
        last.fingerprint(),
        balanced,
        balanced ? List.of() : last.failing());
  }

  /** A payment that balances in one copy balances; else its parts must together. */
  private static boolean balanced(
      Remittance last, List<Remittance> parts, List<ProviderAdjustment> adjustments) {
    if (parts.stream().anyMatch(p -> !Boolean.FALSE.equals(p.balanced()))) {
      return true;
    }
    if (parts.stream().anyMatch(p -> p.claimTotal() == null)
        || parts.stream().map(p -> plain(p.paymentAmount())).distinct().count() > 1) {
      return false;
    }
    var claims =
        parts.stream().map(Remittance::claimTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
    var withheld =
        adjustments.stream()
            .map(ProviderAdjustment::amount)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var paid = Ledger.zero(last.paymentAmount());
    return claims
            .subtract(withheld)
            .compareTo("D".equals(last.creditDebit()) ? paid.negate() : paid)
        == 0;
  }

  /** What the parts name; an adjustment repeated in each of them was made once. */
  private static List<ProviderAdjustment> adjustments(List<Remittance> parts) {
    var all = new ArrayList<ProviderAdjustment>();
    for (var part : parts) {
      var known = new ArrayList<>(all);
      for (var adjustment : part.providerAdjustments()) {
        if (!known.remove(adjustment)) {
          all.add(adjustment);
        }
      }
    }
    return all;
  }

  private static String plain(BigDecimal amount) {
    return Ledger.zero(amount).stripTrailingZeros().toPlainString();
  }
}
