package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;

/** Authorizations that began, or were only asked for, after the visit. */
final class AuthorizationDelays {

  private AuthorizationDelays() {}

  /** An authorization that began, or was only asked for, after the visit. */
  static void late(
      World w,
      Findings out,
      Recorded<PayerPolicy> rule,
      BilledLine line,
      Recorded<Authorization> a) {
    var f = a.fact();
    var asked = w.day(f.requestedAt());
    var violation =
        new Violation(
                Cause.AUTH_REQUESTED_LATE,
                line.number(),
                "210",
                "The authorization was "
                    + (asked == null ? "asked for late" : "asked for on " + asked)
                    + (f.effective() == null ? "" : " and began on " + f.effective())
                    + "; the visit was on "
                    + line.serviceDate()
                    + ".")
            .cites(
                confirms(
                    a,
                    w.dos,
                    (asked == null ? "Effective " : "Asked for " + asked + ", effective ")
                        + (f.effective() == null ? "not yet" : f.effective())
                        + "."),
                confirms(rule, w.dos, "An authorization is required."))
            .cure(
                Kind.PREVENTION,
                "authorization.requestedAt",
                asked == null ? "late" : asked.toString(),
                "before the visit",
                x ->
                    Cured.of(
                        AuthorizationScopes.put(
                            x,
                            a,
                            Edit.requested(
                                AuthorizationScopes.current(x, a),
                                f.requestedAt(),
                                line.serviceDate())),
                        Cause.AUTH_NOT_ON_CLAIM))
            .cure(
                Kind.REMEDY,
                "authorization.effective",
                f.effective() == null ? "none" : f.effective().toString(),
                line.serviceDate().toString(),
                x ->
                    Cured.of(
                        AuthorizationScopes.put(
                            x,
                            a,
                            Edit.requested(
                                AuthorizationScopes.current(x, a),
                                f.requestedAt(),
                                line.serviceDate())),
                        Cause.AUTH_NOT_ON_CLAIM));
    violation.origin =
        asked == null
            ? null
            : new Origin(asked, Owner.AUTHORIZATIONS, "The authorization was asked for.");
    var booked = EnrollmentDelays.booked(w);
    var visit = booked == null ? w.encounter : booked;
    if (visit != null) {
      var early =
          new Violation(
                  Cause.SCHED_BEFORE_AUTH,
                  line.number(),
                  "197",
                  "The visit took place before its authorization was in force.")
              .cites(
                  confirms(
                      visit,
                      w.dos,
                      booked == null
                          ? "The visit was on " + w.dos + "."
                          : "Booked on " + w.day(booked.fact().at()) + " for " + w.dos + "."),
                  confirms(
                      a,
                      w.dos,
                      f.effective() == null
                          ? "The authorization has no first day yet."
                          : "The authorization begins " + f.effective() + "."))
              .cure(
                  Kind.PREVENTION,
                  "schedule.serviceDate",
                  w.dos.toString(),
                  f.effective() == null ? "after the approval" : f.effective().toString(),
                  x -> Cured.of(Cured.of(x, Cause.AUTH_REQUESTED_LATE), Cause.AUTH_NOT_ON_CLAIM));
      violation.link(early, Role.CONTRIBUTING);
    }
    out.violated(violation);
    out.refute(
        Cause.AUTH_ABSENT,
        "An authorization was asked for, too late.",
        refutes(a, w.dos, asked == null ? "A request is on file." : "Asked for on " + asked + "."));
  }
}
