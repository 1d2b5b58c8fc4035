package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Fault;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.time.temporal.ChronoUnit;

/** Rules that changed not long before the visit. */
final class PolicyChanges {
  /** Days after a change within which the change explains why the old way was followed. */
  private static final long RECENT_DAYS = 180;

  private PolicyChanges() {}

  /**
   * Links the change of a rule to a violation of it, where the rule before was another and recent;
   * rules the change out where the rule has long stood, or said the same before.
   */
  static void link(World w, Findings out, Recorded<PayerPolicy> policy, Violation violation) {
    var before = w.policies.before(policy);
    if (policy.fact().effective() == null) {
      return;
    }
    var old = ChronoUnit.DAYS.between(policy.fact().effective(), w.dos) > RECENT_DAYS;
    var same = before != null && before.fact().rule().equals(policy.fact().rule());
    if (old || same) {
      out.refute(
          Cause.PAYER_POLICY_CHANGE,
          old
              ? "The rule had stood since " + policy.fact().effective() + "."
              : "The rule before said the same.",
          refutes(policy, w.dos, "In force from " + policy.fact().effective() + "."),
          same ? refutes(before, w.dos, "Before that the rule was the same.") : null);
    }
    if (before == null || old || same) {
      return;
    }
    var change =
        new Violation(
                Cause.PAYER_POLICY_CHANGE,
                0,
                violation.reason,
                "The payer changed its rule from " + policy.fact().effective() + ".")
            .cites(
                confirms(
                    policy,
                    w.dos,
                    "In force from "
                        + policy.fact().effective()
                        + ", learned "
                        + w.day(policy.recordedAt())
                        + "."),
                confirms(before, w.dos, "Before that the rule was another."));
    change.fault = Fault.EXTERNAL;
    change.origin = new Origin(policy.fact().effective(), Owner.CLAIMS, "The rule changed.");
    violation.link(change, Role.ORIGIN);
  }
}
