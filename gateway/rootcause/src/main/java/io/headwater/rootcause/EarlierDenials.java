package io.headwater.rootcause;

import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Role;

/** Why a claim had been denied before it was corrected, sent again or appealed. */
final class EarlierDenials {
  private final World w;
  private final int depth;

  /**
   * The denials before that of a world.
   *
   * @param depth how many answers lie above this one
   */
  EarlierDenials(World w, int depth) {
    this.w = w;
    this.depth = depth;
  }

  /**
   * The reason for which the first claim was denied stands at the origin of a bad correction or
   * appeal.
   */
  void trace(Roles roles, Reported reported) {
    if (roles.roots.isEmpty()) {
      return;
    }
    var root = roles.roots.getFirst();
    switch (root.cause) {
      case BILL_DUPLICATE_NO_FREQ7,
          BILL_WRONG_ICN,
          BILL_REPLACEMENT_TOO_EARLY,
          BILL_TRUE_DUPLICATE -> {
        if (root.cause == Cause.BILL_TRUE_DUPLICATE && EarlierBill.settled(w) != null) {
          return;
        }
        var earlier = EarlierBill.of(w);
        if (earlier != null && !earlier.claim().id().equals(w.claim.id())) {
          firstDenial(
              roles, WhyDenied.diagnose(asked(earlier.claim().fact().controlNumber()), depth + 1));
        } else if (earlier != null) {
          before(roles, earlier.payment());
        }
      }
      case BILL_APPEAL_LATE -> before(roles, Latest.first(w.payments));
      default -> {}
    }
    if (reported.says("193") && w.payments.size() > 1) {
      before(roles, w.payments.getFirst());
    }
  }

  private void before(Roles roles, Recorded<ClaimPayment> first) {
    if (first == null || w.payments.size() < 2) {
      return;
    }
    var d = w.dossier;
    var until = first.recordedAt();
    var then = new Dossiers(d).asOf(until);
    firstDenial(roles, WhyDenied.diagnose(then, depth + 1));
  }

  private Dossier asked(String controlNumber) {
    return new Dossiers(w.dossier).about(controlNumber);
  }

  private void firstDenial(Roles roles, Diagnosis first) {
    for (var finding : first.causes()) {
      if (finding.role() == Role.ROOT
          && !finding.code().code().startsWith("NONE.")
          && roles.roles.keySet().stream().noneMatch(v -> v.cause == finding.code())) {
        var origin = new Violation(finding.code(), 0, null, finding.summary());
        origin.evidence.addAll(finding.evidence());
        origin.origin = finding.origin();
        origin.fault = finding.fault();
        roles.roles.put(origin, Role.ORIGIN);
      }
    }
  }
}
