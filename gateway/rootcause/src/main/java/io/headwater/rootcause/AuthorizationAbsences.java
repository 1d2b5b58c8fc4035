package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.AuthorizationMatch.Condition;
import io.headwater.rootcause.AuthorizationMatch.Match;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import java.util.Set;

/** A service for which no authorization of this payer was granted: never asked, denied, pending. */
final class AuthorizationAbsences {
  private final World w;
  private final Findings out;

  AuthorizationAbsences(World w, Findings out) {
    this.w = w;
    this.out = out;
  }

  void absent(Recorded<PayerPolicy> rule, BilledLine line, String why) {
    var violation =
        new Violation(
                Cause.AUTH_ABSENT,
                line.number(),
                "197",
                "The payer requires an authorization for "
                    + line.procedure()
                    + " and none was on file. "
                    + why)
            .cites(
                confirms(rule, w.dos, "An authorization is required" + visits(rule) + "."),
                confirms(
                    rule == null ? Latest.last(w.payments) : null,
                    w.dos,
                    "The payer reports that none is on file."),
                confirms(
                    w.claim,
                    w.dos,
                    AuthorizationExams.billed(w, line) == null
                        ? "The claim carries no authorization number."
                        : "The claim carries a number that no authorization on file has."))
            .cure(
                Kind.REMEDY,
                "authorization.requestedAt",
                "never",
                "retroactively",
                x -> Cured.of(Cured.of(x, Cause.AUTH_ABSENT), Cause.AUTH_NOT_ON_CLAIM));
    if (rule == null) {
      violation.certainty = 0.75;
    } else {
      PolicyChanges.link(w, out, rule, violation);
    }
    out.violated(violation);
  }

  private static String visits(Recorded<PayerPolicy> rule) {
    if (rule == null) {
      return "";
    }
    var free = rule.fact().rule().afterVisits();
    return free == null ? "" : free == 0 ? " from the first visit" : " after " + free + " visits";
  }

  /** The authorization that comes nearest is another administrator's. */
  void ofAnother(Recorded<PayerPolicy> rule, BilledLine line, Match best) {
    var a = best.authorization();
    var failed = best.failed();
    if (!failed.contains(Condition.DECIDED) && !failed.contains(Condition.PROCEDURE)) {
      out.violated(
          new Violation(
                  Cause.AUTH_WRONG_ADMINISTRATOR,
                  line.number(),
                  "197",
                  "The authorization was issued by "
                      + a.fact().payerId()
                      + ", not by the administrator of this claim.")
              .cites(
                  confirms(a, w.dos, "Issued by " + a.fact().payerId() + "."),
                  confirms(rule, w.dos, w.payerId + " requires its own authorization."))
              .cure(
                  Kind.REMEDY,
                  "authorization.payerId",
                  a.fact().payerId(),
                  w.payerId,
                  x -> Cured.of(x, Cause.AUTH_WRONG_ADMINISTRATOR)));
      out.refute(
          Cause.AUTH_ABSENT,
          "An authorization exists, from another administrator.",
          refutes(a, w.dos, "Issued by " + a.fact().payerId() + "."));
    } else {
      absent(rule, line, "None was asked of this payer.");
    }
  }

  void undecided(Recorded<PayerPolicy> rule, BilledLine line, Recorded<Authorization> a) {
    var status = String.valueOf(a.fact().status());
    if ("DENIED".equals(status)) {
      out.violated(
          new Violation(
                  Cause.AUTH_DENIED,
                  line.number(),
                  "39",
                  "The payer denied the authorization"
                      + (a.fact().denialReason() == null
                          ? "."
                          : ": " + a.fact().denialReason() + "."))
              .cites(
                  confirms(a, w.dos, "Status DENIED."),
                  confirms(rule, w.dos, "An authorization is required."))
              .cure(
                  Kind.REMEDY, "authorization.status", "DENIED", "APPROVED", x -> approved(x, a)));
      out.refute(
          Cause.AUTH_ABSENT,
          "An authorization was asked for and denied.",
          refutes(a, w.dos, "Status DENIED."));
      return;
    }
    if (Set.of("REQUESTED", "PENDED").contains(status)) {
      var asked = w.day(a.fact().requestedAt());
      out.refute(
          Cause.AUTH_ABSENT,
          "An authorization was asked for.",
          refutes(a, w.dos, "Asked for on " + Told.day(asked) + ", " + status + "."));
      if (asked != null && asked.isAfter(w.dos)) {
        AuthorizationDelays.late(w, out, rule, line, a);
      } else {
        out.cannotTest(Cause.AUTH_DENIED, "the payer's decision on authorization " + a.id());
        AuthorizationDelays.late(w, out, rule, line, a);
      }
      return;
    }
    absent(rule, line, "The one on file was cancelled.");
  }

  /** The world in which it was approved as asked for, with no units taken off. */
  private static World approved(World x, Recorded<Authorization> a) {
    var granted = Edit.status(AuthorizationScopes.current(x, a), "APPROVED");
    return Cured.of(
        AuthorizationScopes.put(x, a, Edit.authorized(granted, null)), Cause.AUTH_NOT_ON_CLAIM);
  }
}
