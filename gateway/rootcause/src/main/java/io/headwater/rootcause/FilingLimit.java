package io.headwater.rootcause;

import io.headwater.rootcause.fact.PayerPolicy;
import java.time.LocalDate;
import java.util.Objects;

/** The last day on which a payer may receive a claim. */
final class FilingLimit {

  private FilingLimit() {}

  /** The last day on which the payer may receive the claim, with the rule and its basis. */
  record Limit(LocalDate last, Recorded<PayerPolicy> policy, LocalDate from) {}

  static Limit limitOf(World w) {
    var policy = w.policies.one(w.payerId, "FILING_LIMIT", w.dos, r -> r.days() != null);
    if (policy == null) {
      return null;
    }
    var r = policy.fact().rule();
    var from = w.dos;
    if ("PRIMARY_REMITTANCE".equals(r.basis())) {
      from = primaryRemittance(w);
      if (from == null) {
        from = w.dos;
      }
    }
    var last = from.plusDays(r.days());
    if (r.retroEligibilityDays() != null) {
      for (var notice : w.notices) {
        var n = notice.fact();
        if (("RETRO_ENROLLMENT".equals(n.type()) || "CARVE_OUT_MOVE".equals(n.type()))
            && (Objects.equals(n.payerId(), w.payerId)
                || Objects.equals(n.administratorPayerId(), w.payerId))
            && n.receivedOn() != null
            && n.receivedOn().plusDays(r.retroEligibilityDays()).isAfter(last)) {
          last = n.receivedOn().plusDays(r.retroEligibilityDays());
          from = n.receivedOn();
        }
      }
    }
    return new Limit(last, policy, from);
  }

  /** The day of the primary payer's remittance for the visit, or null. */
  static LocalDate primaryRemittance(World w) {
    if (w.claim != null) {
      for (var other : w.claim.fact().otherPayers()) {
        if (other.paidOn() != null) {
          return other.paidOn();
        }
      }
    }
    LocalDate found = null;
    for (var payment : w.dossier.claimPayments()) {
      var p = payment.fact();
      if (!Objects.equals(p.payerId(), w.payerId)
          && p.paymentDate() != null
          && p.lines().stream().anyMatch(l -> w.dos.equals(l.serviceDate()))) {
        found = p.paymentDate();
      }
    }
    return found;
  }
}
