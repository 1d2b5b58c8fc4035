package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.AuthorizationMatch.Condition;
import io.headwater.rootcause.AuthorizationMatch.Match;
import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An approved authorization that does not cover the line: by date, clinician, code, diagnosis,
 * place or units.
 */
final class AuthorizationScopes {

  private AuthorizationScopes() {}

  static void violate(
      World w, Findings out, Recorded<PayerPolicy> rule, BilledLine line, Match match) {
    var a = match.authorization();
    var f = a.fact();
    if (match.failed().contains(Condition.SPAN)) {
      if (f.effective() != null && f.effective().isAfter(line.serviceDate())) {
        AuthorizationDelays.late(w, out, rule, line, a);
      } else {
        var violation =
            new Violation(
                    Cause.AUTH_EXPIRED,
                    line.number(),
                    "197",
                    "The authorization had ended on " + f.expires() + ", before the visit.")
                .remark("N351")
                .cites(
                    confirms(a, w.dos, "Authorized " + Told.span(f.effective(), f.expires()) + "."),
                    confirms(rule, w.dos, "An authorization is required."))
                .cure(
                    Kind.REMEDY,
                    "authorization.expires",
                    String.valueOf(f.expires()),
                    line.serviceDate().toString(),
                    x -> put(x, a, Edit.span(current(x, a), f.effective(), line.serviceDate())));
        violation.origin =
            new Origin(f.expires(), Owner.AUTHORIZATIONS, "The authorization ended.");
        found(w, out, line, a, violation);
      }
    } else {
      out.refute(
          Cause.AUTH_EXPIRED,
          "The date of service lies in the authorized span.",
          refutes(a, w.dos, "In force " + Told.span(f.effective(), f.expires()) + "."));
      out.refute(
          Cause.AUTH_REQUESTED_LATE,
          "The authorization was in force on the date of service.",
          refutes(a, w.dos, "In force from " + Told.day(f.effective()) + "."));
    }
    provider(w, out, rule, line, match);
    procedure(w, out, rule, line, match);
    diagnosis(w, out, rule, line, match);
    location(w, out, rule, line, match);
    units(w, out, rule, line, match);
  }

  private static void provider(
      World w, Findings out, Recorded<PayerPolicy> rule, BilledLine line, Match match) {
    var a = match.authorization();
    if (!match.failed().contains(Condition.PROVIDER)) {
      out.refute(
          Cause.AUTH_SCOPE_PROVIDER,
          "The clinician is among those authorized.",
          refutes(a, w.dos, "The clinician is named."));
      return;
    }
    var violation =
        scope(
            w,
            Cause.AUTH_SCOPE_PROVIDER,
            line,
            rule,
            a,
            "296",
            "The authorization names another clinician than the one who treated.",
            "The clinician is not among the "
                + a.fact().servicingProviders().size()
                + " authorized.");
    var clinician = w.clinicianNpi();
    if (clinician != null) {
      violation.cure(
          Kind.REMEDY,
          "authorization.servicingProviders",
          String.join(" ", a.fact().servicingProviders()),
          clinician,
          x ->
              put(
                  x,
                  a,
                  Edit.providers(
                      current(x, a),
                      Stream.concat(
                              current(x, a).servicingProviders().stream(), Stream.of(clinician))
                          .toList())));
    }
    therapistChange(w, a, violation);
    found(w, out, line, a, violation);
  }

  /** The move of the patient to another clinician, where it was not followed by a revision. */
  private static void therapistChange(World w, Recorded<Authorization> a, Violation violation) {
    var moved =
        Latest.last(
            Latest.where(
                w.schedule,
                s ->
                    "REASSIGNED".equals(s.type())
                        && w.patientIds.contains(s.patientId())
                        && Objects.equals(s.toNpi(), w.clinicianNpi())
                        && s.at() != null
                        && !w.day(s.at()).isAfter(w.dos)));
    if (moved == null) {
      return;
    }
    var at = w.day(moved.fact().at());
    var change =
        new Violation(
                Cause.SCHED_THERAPIST_CHANGE,
                0,
                "296",
                "The patient was moved to another clinician on "
                    + at
                    + " and the authorization was not revised.")
            .cites(
                confirms(moved, w.dos, "Reassigned on " + at + "."),
                confirms(a, w.dos, "No revision of the authorization followed."));
    change.origin = new Origin(at, Owner.ELIGIBILITY, "The patient was reassigned.");
    change.cure(Kind.PREVENTION, "schedule.npi", "reassigned", "as authorized", x -> x);
    violation.link(change, Role.ORIGIN);
  }

  private static void procedure(
      World w, Findings out, Recorded<PayerPolicy> rule, BilledLine line, Match match) {
    var a = match.authorization();
    if (!match.failed().contains(Condition.PROCEDURE)) {
      out.refute(
          Cause.AUTH_SCOPE_CPT,
          "The code is among those authorized.",
          refutes(a, w.dos, line.procedure() + " is authorized."));
      return;
    }
    found(
        w,
        out,
        line,
        a,
        scope(
                w,
                Cause.AUTH_SCOPE_CPT,
                line,
                rule,
                a,
                "284",
                "The authorization does not cover " + line.procedure() + ".",
                line.procedure() + " is not among the codes authorized.")
            .cure(
                Kind.REMEDY,
                "authorization.procedures",
                codes(a.fact()),
                line.procedure(),
                x -> put(x, a, Edit.procedure(current(x, a), line.procedure()))));
  }

  private static void diagnosis(
      World w, Findings out, Recorded<PayerPolicy> rule, BilledLine line, Match match) {
    var a = match.authorization();
    if (!match.failed().contains(Condition.DIAGNOSIS)) {
      out.refute(
          Cause.AUTH_SCOPE_DX,
          "The diagnosis is within the authorization.",
          refutes(a, w.dos, "No other diagnosis is demanded."));
      return;
    }
    found(
        w,
        out,
        line,
        a,
        scope(
                w,
                Cause.AUTH_SCOPE_DX,
                line,
                rule,
                a,
                "197",
                "The authorization was given for another diagnosis than the one billed.",
                "Authorized for another diagnosis.")
            .cure(
                Kind.REMEDY,
                "authorization.diagnoses",
                "as authorized",
                "as billed",
                x -> put(x, a, Edit.diagnoses(current(x, a), line.diagnoses()))));
  }

  private static void location(
      World w, Findings out, Recorded<PayerPolicy> rule, BilledLine line, Match match) {
    var a = match.authorization();
    if (!match.failed().contains(Condition.LOCATION)) {
      out.refute(
          Cause.AUTH_SCOPE_LOCATION,
          "The place is within the authorization.",
          refutes(a, w.dos, "No other place is demanded."));
      return;
    }
    found(
        w,
        out,
        line,
        a,
        scope(
                w,
                Cause.AUTH_SCOPE_LOCATION,
                line,
                rule,
                a,
                "197",
                "The authorization was given for another location than that of the visit.",
                "Authorized at " + String.join(" ", a.fact().locationIds()) + ".")
            .cites(
                confirms(
                    w.encounter,
                    w.dos,
                    "The visit took place at " + w.encounter.fact().locationId() + "."))
            .cure(
                Kind.REMEDY,
                "authorization.locationIds",
                String.join(" ", a.fact().locationIds()),
                w.encounter.fact().locationId(),
                x -> put(x, a, Edit.locations(current(x, a), List.of()))));
  }

  private static void units(
      World w, Findings out, Recorded<PayerPolicy> rule, BilledLine line, Match match) {
    var a = match.authorization();
    if (!match.failed().contains(Condition.UNITS)) {
      out.refute(
          Cause.AUTH_UNITS_EXHAUSTED,
          "Units were left.",
          refutes(
              a,
              w.dos,
              match.authorized() == null
                  ? "No number of units is set."
                  : match.authorized()
                      + " authorized, "
                      + match.used()
                      + " used before this line."));
      return;
    }
    found(
        w,
        out,
        line,
        a,
        scope(
                w,
                Cause.AUTH_UNITS_EXHAUSTED,
                line,
                rule,
                a,
                "198",
                "The authorization allows "
                    + match.authorized()
                    + ", "
                    + match.used()
                    + " were used, "
                    + line.units()
                    + " more were billed.",
                match.authorized() + " authorized, " + match.used() + " used before this line.")
            .cure(
                Kind.REMEDY,
                "authorization.authorized",
                match.authorized().toPlainString(),
                match.used().add(line.units()).toPlainString(),
                x ->
                    put(
                        x,
                        a,
                        Edit.authorized(
                            current(x, a), match.used().add(line.units().max(BigDecimal.ONE))))));
  }

  /** A change of an authorization whose number was left off the claim needs the number as well. */
  private static void found(
      World w, Findings out, BilledLine line, Recorded<Authorization> a, Violation violation) {
    var number = a.fact().number();
    if (number != null && AuthorizationExams.billed(w, line) == null) {
      for (var cure : List.copyOf(violation.cures)) {
        var changes =
            Stream.concat(
                    cure.changes().stream(),
                    Stream.of(new Change("claim.authorizationNumber", "none", number)))
                .toList();
        violation.cure(
            cure.kind(),
            changes,
            x -> {
              x.authorizationNumber = number;
              return cure.to().apply(x);
            });
      }
    }
    out.violated(violation);
  }

  private static Violation scope(
      World w,
      Cause cause,
      BilledLine line,
      Recorded<PayerPolicy> rule,
      Recorded<Authorization> a,
      String reason,
      String summary,
      String statement) {
    return new Violation(cause, line.number(), reason, summary)
        .cites(
            confirms(a, w.dos, statement),
            confirms(rule, w.dos, "The payer requires an authorization that fits the service."));
  }

  private static String codes(Authorization a) {
    return String.join(
        " ", a.lines().stream().flatMap(l -> l.procedures().stream()).distinct().toList());
  }

  static Authorization current(World x, Recorded<Authorization> a) {
    return x.authorizations.stream()
        .filter(r -> r.id().equals(a.id()))
        .findFirst()
        .orElse(a)
        .fact();
  }

  static World put(World x, Recorded<Authorization> a, Authorization changed) {
    UnaryOperator<Recorded<Authorization>> swap =
        r -> r.id().equals(a.id()) ? Edit.replace(r, changed) : r;
    x.authorizations = x.authorizations.stream().map(swap).toList();
    return x;
  }
}
