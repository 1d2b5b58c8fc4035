package io.headwater.rootcause;

import io.headwater.rootcause.fact.PayerPolicy;
import java.util.List;
import java.util.TreeSet;

/** Whether the payer asks for an authorization of a line. */
final class AuthorizationRules {

  private AuthorizationRules() {}

  static Recorded<PayerPolicy> rule(World w, BilledLine line) {
    var level = w.licenseLevel();
    return w.policies.one(
        w.payerId,
        "AUTHORIZATION",
        line.serviceDate(),
        r -> Policies.covers(r, line.procedure()) && Policies.licensed(r, level));
  }

  /** The payer's authorization rules in force that name the code, for whomever. */
  static List<Recorded<PayerPolicy>> speaksOf(World w, BilledLine line) {
    return w.policies.inForce(
        w.payerId, "AUTHORIZATION", line.serviceDate(), r -> Policies.covers(r, line.procedure()));
  }

  static boolean required(World w, Recorded<PayerPolicy> rule, BilledLine line) {
    if (rule == null || !Boolean.TRUE.equals(rule.fact().rule().required())) {
      return false;
    }
    var free = rule.fact().rule().afterVisits();
    return free == null || free == 0 || visitsBefore(w, line) >= free;
  }

  static int visitsBefore(World w, BilledLine line) {
    var days = new TreeSet<java.time.LocalDate>();
    for (var visit : w.encounters) {
      if (Visits.at(w, visit.fact(), w.payerId)) {
        days.add(visit.fact().serviceDate());
      }
    }
    for (var sibling : w.siblings) {
      if (w.payerId.equals(sibling.fact().payerId())) {
        for (var other : sibling.fact().lines()) {
          if (other.serviceDate() != null) {
            days.add(other.serviceDate());
          }
        }
      }
    }
    return days.headSet(line.serviceDate()).size();
  }
}
