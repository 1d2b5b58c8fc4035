package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.BlastRadius;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ScheduleEvent;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Objects;
import java.util.function.Predicate;

/** What else of the practice the same root touches: open claims and booked visits. */
final class Reach {

  private Reach() {}

  static BlastRadius of(World w, Answer answer) {
    var roots = answer.roots();
    if (roots.isEmpty() || w.payerId == null) {
      return WhyDenied.none();
    }
    var code = roots.getFirst().cause.code();
    Predicate<Claim> alike = alike(w, code);
    var paid = new HashSet<String>();
    for (var payment : w.dossier.claimPayments()) {
      if (payment.fact().paid() != null && payment.fact().paid().signum() > 0) {
        paid.add(payment.fact().controlNumber());
      }
    }
    var count = 0;
    var amount = BigDecimal.ZERO;
    for (var claim : Latest.of(w.dossier.claims())) {
      var c = claim.fact();
      if (!c.controlNumber().equals(w.dossier.controlNumber())
          && !paid.contains(c.controlNumber())
          && alike.test(c)) {
        count++;
        amount =
            amount.add(
                c.lines().stream()
                    .map(l -> Ledger.zero(l.charge()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
      }
    }
    return new BlastRadius(count, visits(w, code), Ledger.cents(amount));
  }

  private static Predicate<Claim> alike(World w, String code) {
    if (code.startsWith("CRED.") || code.startsWith("SCHED.")) {
      return c ->
          Objects.equals(c.renderingNpi(), w.renderingNpi)
              && Objects.equals(c.payerId(), w.payerId);
    }
    if (code.startsWith("AUTH.")) {
      return c ->
          Objects.equals(c.payerId(), w.payerId)
              && c.authorizationNumber() != null
              && c.authorizationNumber().equals(w.authorizationNumber);
    }
    var group = w.claim == null ? null : w.claim.fact().groupNumber();
    return c ->
        Objects.equals(c.payerId(), w.payerId)
            && (Objects.equals(c.memberId(), w.memberId)
                || group != null && group.equals(c.groupNumber()));
  }

  private static int visits(World w, String code) {
    Predicate<ScheduleEvent> alike =
        code.startsWith("CRED.")
            ? s ->
                Objects.equals(s.npi(), w.renderingNpi)
                    && (s.payerId() == null || s.payerId().equals(w.payerId))
            : s -> w.patientIds.contains(s.patientId());
    var booked = 0;
    for (var event : w.schedule) {
      var s = event.fact();
      if ("BOOKED".equals(s.type())
          && s.serviceDate() != null
          && s.serviceDate().isAfter(w.today)
          && alike.test(s)) {
        booked++;
      }
    }
    return booked;
  }
}
