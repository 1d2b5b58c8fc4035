package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.AuthorizationMatch.Condition;
import io.headwater.rootcause.AuthorizationMatch.Match;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether the payer wanted an authorization for a line, and whether one on file covers it. */
final class AuthorizationExams {
  private static final String[] CODED = {
    "197", "198", "15", "284", "296", "302", "210", "39", "38", "M62", "N54", "N351", "N175",
    "N241", "N188", "62"
  };
  private static final List<Cause> SCOPES =
      List.of(
          Cause.AUTH_ABSENT,
          Cause.AUTH_EXPIRED,
          Cause.AUTH_UNITS_EXHAUSTED,
          Cause.AUTH_SCOPE_PROVIDER,
          Cause.AUTH_SCOPE_CPT,
          Cause.AUTH_SCOPE_DX,
          Cause.AUTH_SCOPE_LOCATION,
          Cause.AUTH_DENIED,
          Cause.AUTH_REQUESTED_LATE,
          Cause.AUTH_WRONG_ADMINISTRATOR);

  private final World w;
  private final Reported reported;
  private final Findings out;

  private AuthorizationExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    if (!w.dossier.answered(Owner.AUTHORIZATIONS)) {
      out.cannotTest(Owner.AUTHORIZATIONS);
      out.cannotTest(Cause.SCHED_BEFORE_AUTH, Owner.AUTHORIZATIONS.name());
      out.cannotTest(Cause.SCHED_THERAPIST_CHANGE, Owner.AUTHORIZATIONS.name());
      return;
    }
    if (!w.dossier.answered(Owner.CLAIMS)) {
      for (var cause : Cause.values()) {
        if (cause.code().startsWith("AUTH.")) {
          out.cannotTest(cause, Owner.CLAIMS.name());
        }
      }
      return;
    }
    var exams = new AuthorizationExams(w, reported, out);
    for (var line : w.lines) {
      if (!w.focus.isEmpty() && !w.focus.contains(line.number())) {
        continue;
      }
      exams.line(line);
    }
  }

  private void line(BilledLine line) {
    var rule = AuthorizationRules.rule(w, line);
    var required = AuthorizationRules.required(w, rule, line);
    var coded = reported.says(CODED);
    if (!required && !coded) {
      if (rule != null) {
        notRequired(rule, line);
      }
      return;
    }
    if (!required && rule != null) {
      notRequired(rule, line);
      return;
    }
    if (rule == null && !AuthorizationRules.speaksOf(w, line).isEmpty()) {
      notRequired(AuthorizationRules.speaksOf(w, line).getFirst(), line);
      return;
    }
    var fields = rule == null ? null : rule.fact().rule();
    var matches =
        w.authorizations.stream()
            .map(a -> AuthorizationMatch.of(w, a, line, fields))
            .sorted(order(line))
            .toList();
    var best = matches.isEmpty() ? null : matches.getFirst();
    if (best != null && best.whole() && since(best.authorization())) {
      asAdjudicated(rule, line, fields);
      return;
    }
    if (best == null) {
      absences().absent(rule, line, "No authorization was ever asked for.");
    } else if (best.whole()) {
      refuteScopes(best.authorization());
      AuthorizationNumbers.examine(w, reported, out, rule, line, best);
    } else {
      failed(rule, line, best);
    }
  }

  /**
   * Whether the payer decided the authorization, as it now reads, after it had denied the claim.
   */
  private boolean since(Recorded<Authorization> a) {
    var denied = Latest.first(w.payments);
    if (denied == null) {
      return false;
    }
    var decided = w.day(a.fact().decidedAt());
    return denied.fact().paymentDate() != null
            && decided != null
            && decided.isAfter(denied.fact().paymentDate())
        || revised(a, denied);
  }

  /** Whether the payer's decision stood in another form when it denied the claim. */
  private boolean revised(Recorded<Authorization> a, Recorded<?> denied) {
    return a.recordedAt().isAfter(denied.recordedAt())
        && w.dossier.authorizations().stream()
            .anyMatch(
                v ->
                    v.id().equals(a.id())
                        && !v.recordedAt().isAfter(denied.recordedAt())
                        && Objects.equals(v.fact().status(), a.fact().status())
                        && !v.fact().equals(a.fact()));
  }

  /**
   * The authorizations as the payer had decided them when it denied; what came later is the cure.
   */
  private void asAdjudicated(
      Recorded<PayerPolicy> rule, BilledLine line, io.headwater.rootcause.fact.PolicyRule fields) {
    var ids = new java.util.HashSet<String>();
    w.authorizations.forEach(a -> ids.add(a.id()));
    var then =
        Latest.of(
            w.dossier.authorizations().stream()
                .filter(a -> ids.contains(a.id()) && !since(a))
                .toList());
    var known = out.violations.size();
    var best =
        then.stream()
            .map(a -> AuthorizationMatch.of(w, a, line, fields))
            .sorted(order(line))
            .findFirst()
            .orElse(null);
    var now =
        w.authorizations.stream()
            .map(a -> AuthorizationMatch.of(w, a, line, fields))
            .sorted(order(line))
            .findFirst()
            .orElseThrow();
    var pending =
        best != null
            && Set.of("REQUESTED", "PENDED")
                .contains(String.valueOf(best.authorization().fact().status()))
            && !w.dos.isBefore(
                java.util.Objects.requireNonNullElse(
                    w.day(best.authorization().fact().requestedAt()), w.dos.plusDays(1)));
    if (best != null && best.whole() || pending) {
      var match = pending ? now : best;
      refuteScopes(match.authorization());
      AuthorizationNumbers.examine(w, reported, out, rule, line, match);
      return;
    }
    if (best == null) {
      absences().absent(rule, line, "It was granted after the denial.");
    } else {
      failed(rule, line, best);
    }
    for (int i = known; i < out.violations.size(); i++) {
      var violation = out.violations.get(i);
      var number = now.authorization().fact().number();
      violation.mended = true;
      violation.cures.replaceAll(
          c ->
              new Violation.Cure(
                  c.kind(), c.changes(), x -> Cured.of(c.to().apply(x), violation.cause)));
      violation.cites(confirms(now.authorization(), w.dos, "Since put right by the payer."));
      if (number != null && !Ids.same(number, billed(line))) {
        violation.cure(
            Kind.REMEDY,
            "claim.authorizationNumber",
            billed(line) == null ? "none" : "as sent",
            number,
            x -> {
              x.authorizationNumber = number;
              return Cured.of(x, violation.cause);
            });
      }
    }
  }

  private void notRequired(Recorded<PayerPolicy> rule, BilledLine line) {
    var r = rule.fact().rule();
    var text =
        !Policies.licensed(r, w.licenseLevel())
            ? "The payer's rule asks for authorization of other license levels only."
            : Boolean.TRUE.equals(r.required())
                ? "The first "
                    + r.afterVisits()
                    + " visits need no authorization; this is visit "
                    + (AuthorizationRules.visitsBefore(w, line) + 1)
                    + "."
                : "The payer asks for no authorization for " + line.procedure() + ".";
    for (var cause : SCOPES) {
      out.refute(cause, text, refutes(rule, w.dos, text));
    }
    out.refute(Cause.AUTH_NOT_ON_CLAIM, text, refutes(rule, w.dos, text));
    out.refute(Cause.AUTH_NUMBER_TYPO, text, refutes(rule, w.dos, text));
  }

  /**
   * The authorization that comes nearest: fewest failed conditions, then the number billed, then
   * the newest.
   */
  private Comparator<Match> order(BilledLine line) {
    return Comparator.comparing((Match m) -> m.whole() ? 0 : 1)
        .thenComparing(m -> m.failed().contains(Condition.PAYER) ? 1 : 0)
        .thenComparing(m -> m.failed().contains(Condition.DECIDED) ? 1 : 0)
        .thenComparing(m -> m.failed().contains(Condition.SPAN) ? 1 : 0)
        .thenComparing(m -> m.failed().contains(Condition.PROCEDURE) ? 1 : 0)
        .thenComparing(
            m ->
                billed(line) != null && billed(line).equals(m.authorization().fact().number())
                    ? 0
                    : 1)
        .thenComparing(m -> m.failed().size())
        .thenComparing(m -> m.authorization().recordedAt(), Comparator.reverseOrder());
  }

  private String billed(BilledLine line) {
    return billed(w, line);
  }

  /** The number a line was billed under, or null. */
  static String billed(World w, BilledLine line) {
    return line.authorizationNumber() != null ? line.authorizationNumber() : w.authorizationNumber;
  }

  private AuthorizationAbsences absences() {
    return new AuthorizationAbsences(w, out);
  }

  private void refuteScopes(Recorded<Authorization> a) {
    var f = a.fact();
    var text =
        "Approved "
            + Told.span(f.effective(), f.expires())
            + " for the clinician and the code, with units left.";
    for (var cause : SCOPES) {
      out.refute(cause, "An authorization on file covers the line.", refutes(a, w.dos, text));
    }
  }

  private void failed(Recorded<PayerPolicy> rule, BilledLine line, Match best) {
    var a = best.authorization();
    var failed = best.failed();
    if (failed.contains(Condition.PAYER)) {
      absences().ofAnother(rule, line, best);
      return;
    }
    if (failed.contains(Condition.DECIDED)) {
      absences().undecided(rule, line, a);
      return;
    }
    out.refute(
        Cause.AUTH_ABSENT,
        "An authorization was approved.",
        refutes(
            a,
            w.dos,
            "Approved, number issued, "
                + Told.span(a.fact().effective(), a.fact().expires())
                + "."));
    AuthorizationScopes.violate(w, out, rule, line, best);
    var billed = billed(line);
    if (billed != null && Ids.same(billed, a.fact().number())) {
      out.refute(
          Cause.AUTH_NOT_ON_CLAIM,
          "The claim carries the number.",
          refutes(w.claim, w.dos, "REF G1 was sent."));
    }
  }
}
