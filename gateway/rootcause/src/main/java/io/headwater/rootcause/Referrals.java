package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Benefit;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a plan that wants a referral was told of one (837 REF 9F). */
final class Referrals {
  private static final Set<String> PRIMARY_CARE = Set.of("L", "N");

  private final World w;
  private final Reported reported;
  private final Findings out;
  private final Recorded<EligibilityCheck> check;

  Referrals(World w, Reported reported, Findings out, Recorded<EligibilityCheck> check) {
    this.w = w;
    this.reported = reported;
    this.out = out;
    this.check = check;
  }

  void examine() {
    var asked = asks(Referrals::ofPrimaryCare);
    var coded = reported.says("287", "288", "N489", "N475", "243");
    if (w.claim == null || !(coded || reported.says("95") && asked)) {
      return;
    }
    var sent = w.claim.fact().referralNumber() != null;
    if (sent && !reported.says("287", "N489", "N475")) {
      for (var cause : List.of(Cause.ELIG_PCP_REFERRAL_NEEDED, Cause.AUTH_REFERRAL_ABSENT)) {
        out.refute(
            cause,
            "The claim carries a referral number.",
            refutes(w.claim, w.dos, "REF 9F was sent."));
      }
      return;
    }
    var plan = asked || asks(Referrals::saysReferral);
    if (!w.dossier.answered(Owner.AUTHORIZATIONS) && !plan) {
      out.cannotTest(Cause.AUTH_REFERRAL_ABSENT, Owner.AUTHORIZATIONS.name());
      return;
    }
    var cause =
        plan || reported.says("243") ? Cause.ELIG_PCP_REFERRAL_NEEDED : Cause.AUTH_REFERRAL_ABSENT;
    out.violated(sent ? spent(cause) : absent(cause, plan));
  }

  private boolean asks(java.util.function.Predicate<Benefit> how) {
    return check != null && check.fact().benefits().stream().anyMatch(how);
  }

  private static boolean ofPrimaryCare(Benefit benefit) {
    return benefit.information() != null
        && PRIMARY_CARE.contains(benefit.information())
        && BenefitExams.speaksOfBehavior(benefit);
  }

  private static boolean saysReferral(Benefit benefit) {
    return benefit.message() != null
        && benefit.message().toUpperCase(Locale.ROOT).contains("REFERRAL");
  }

  private Violation absent(Cause cause, boolean plan) {
    return new Violation(cause, 0, "288", "The plan needs a referral and the claim carries none.")
        .cites(
            confirms(
                plan ? check : null,
                w.dos,
                "The answer asks for a primary care provider's referral."),
            confirms(w.claim, w.dos, "The claim carries no referral number (REF 9F)."))
        .cure(Kind.REMEDY, "claim.referralNumber", "none", "a referral", x -> Cured.of(x, cause));
  }

  /** The claim names a referral; the payer says that it is used up, or that its form is missing. */
  private Violation spent(Cause cause) {
    var used = reported.says("287");
    var violation =
        new Violation(
                cause,
                0,
                used ? "287" : "288",
                used
                    ? "The referral on the claim covers fewer visits than were billed."
                    : "The claim names a referral and the payer has not its form.")
            .cites(
                confirms(w.claim, w.dos, "A referral number was sent (REF 9F)."),
                confirms(
                    Latest.last(w.payments),
                    w.dos,
                    used
                        ? "The payer reports the referral as exceeded."
                        : "The payer reports the form as missing."))
            .cure(
                Kind.REMEDY,
                "claim.referralNumber",
                "as sent",
                "a referral that covers the visit",
                x -> Cured.of(x, cause));
    violation.certainty = 0.75;
    return violation;
  }
}
