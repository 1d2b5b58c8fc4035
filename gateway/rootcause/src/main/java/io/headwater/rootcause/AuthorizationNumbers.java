package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.AuthorizationMatch.Match;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import java.util.Objects;

/** Whether the claim carries the number of the authorization that covers it. */
final class AuthorizationNumbers {

  private final World w;
  private final Reported reported;
  private final Findings out;

  private AuthorizationNumbers(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(
      World w,
      Reported reported,
      Findings out,
      Recorded<PayerPolicy> rule,
      BilledLine line,
      Match best) {
    new AuthorizationNumbers(w, reported, out).number(rule, line, best);
  }

  private void number(Recorded<PayerPolicy> rule, BilledLine line, Match best) {
    var a = best.authorization();
    var number = a.fact().number();
    var billed = AuthorizationExams.billed(w, line);
    if (number != null && billed == null) {
      out.violated(
          onClaim(
                  Cause.AUTH_NOT_ON_CLAIM,
                  line,
                  a,
                  "A matching authorization exists and its number was left off the claim.")
              .cites(
                  confirms(w.claim, w.dos, "The claim carries no authorization number (REF G1).")));
    } else if (number != null && !Ids.same(number, billed)) {
      var other = w.authorizations.stream().anyMatch(x -> Ids.same(x.fact().number(), billed));
      out.violated(
          onClaim(
                  other ? Cause.AUTH_NOT_ON_CLAIM : Cause.AUTH_NUMBER_TYPO,
                  line,
                  a,
                  other
                      ? "The claim carries the number of another authorization than the one that covers the visit."
                      : "The authorization number on the claim is not the one the payer issued.")
              .cites(
                  confirms(
                      w.claim, w.dos, "The claim carries another number than the one issued.")));
    } else {
      out.refute(
          Cause.AUTH_NOT_ON_CLAIM,
          "The claim carries the number.",
          refutes(w.claim, w.dos, "REF G1 was sent."));
      out.refute(
          Cause.AUTH_NUMBER_TYPO,
          "The number on the claim is the one issued.",
          refutes(a, w.dos, "The same number."));
      notLoaded(rule, line, a);
    }
  }

  private Violation onClaim(
      Cause cause, BilledLine line, Recorded<Authorization> a, String summary) {
    return new Violation(cause, line.number(), "197", summary)
        .remark("M62")
        .cites(
            confirms(
                a, w.dos, "Authorized for the clinician, the code and the date, number issued."))
        .cure(
            Kind.REMEDY,
            "claim.authorizationNumber",
            cause == Cause.AUTH_NOT_ON_CLAIM && AuthorizationExams.billed(w, line) == null
                ? "none"
                : "as sent",
            a.fact().number(),
            x -> {
              x.authorizationNumber = a.fact().number();
              x.lines =
                  x.lines.stream()
                      .map(
                          l ->
                              l.authorizationNumber() == null
                                  ? l
                                  : new BilledLine(
                                      l.number(),
                                      l.procedure(),
                                      l.modifiers(),
                                      l.charge(),
                                      l.units(),
                                      l.serviceDate(),
                                      l.placeOfService(),
                                      l.diagnoses(),
                                      null))
                      .toList();
              return x;
            });
  }

  private void notLoaded(Recorded<PayerPolicy> rule, BilledLine line, Recorded<Authorization> a) {
    var f = a.fact();
    var adjudicated = Latest.first(w.payments);
    var late =
        f.decidedAt() != null
            && adjudicated != null
            && adjudicated.fact().paymentDate() != null
            && w.day(f.decidedAt()).isAfter(adjudicated.fact().paymentDate());
    var elsewhere = f.administratorPayerId() != null && !f.administratorPayerId().equals(w.payerId);
    var sent = w.claim != null && Ids.same(w.claim.fact().authorizationNumber(), f.number());
    var counted = sent ? counted(a) : null;
    if (counted != null) {
      out.refute(
          Cause.AUTH_ON_FILE_NOT_LOADED,
          "The payer had paid another visit under the same number.",
          refutes(counted, w.dos, "Paid under the number before."));
      return;
    }
    if (sent
        && asItStood(a)
        && reported.says("197", "15", "M62", "38")
        && (elsewhere || late || reported.says("M62", "15"))) {
      out.violated(
          new Violation(
                  Cause.AUTH_ON_FILE_NOT_LOADED,
                  line.number(),
                  "197",
                  "The authorization was approved and is on the claim; the payer's claim system does not have it.")
              .cites(
                  confirms(
                      a,
                      w.dos,
                      elsewhere
                          ? "Approved by " + f.administratorPayerId() + " for the payer."
                          : "Approved before the claim was adjudicated."),
                  confirms(w.claim, w.dos, "The claim carries the number."),
                  confirms(rule, w.dos, "The rule is met."))
              .cure(
                  Kind.REMEDY,
                  "authorization.loaded",
                  "no",
                  "yes",
                  x -> Cured.of(x, Cause.AUTH_ON_FILE_NOT_LOADED)));
    }
  }

  /** What the payer said was of the authorization as it stood, not as it could be amended. */
  private boolean asItStood(Recorded<Authorization> a) {
    return w.dossier.authorizations().stream().anyMatch(known -> known.fact().equals(a.fact()));
  }

  /** An answer by which the payer paid another visit under the number before it denied this one. */
  private Recorded<ClaimPayment> counted(Recorded<Authorization> a) {
    var denied = Latest.last(w.payments);
    var until = denied == null ? null : denied.fact().paymentDate();
    for (var sibling : w.siblings) {
      var c = sibling.fact();
      if (Objects.equals(c.payerId(), w.payerId)
          && Ids.same(c.authorizationNumber(), a.fact().number())) {
        var answers = PaymentOrder.of(w.dossier.claimPayments(), c.controlNumber());
        var standing = Settlement.of(w, answers).standing();
        if (standing != null
            && Ledger.zero(standing.fact().paid()).signum() > 0
            && (until == null
                || standing.fact().paymentDate() == null
                || !standing.fact().paymentDate().isAfter(until))) {
          return standing;
        }
      }
    }
    return null;
  }
}
