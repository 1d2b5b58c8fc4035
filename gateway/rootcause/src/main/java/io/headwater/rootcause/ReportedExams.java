package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.vocabulary.Cause;

/**
 * Causes that only the payer's precise code shows, where no record of the practice speaks against
 * it.
 */
final class ReportedExams {

  private ReportedExams() {}

  static void examine(World w, Reported reported, Findings out) {
    if (!w.dossier.answered(io.headwater.vocabulary.Owner.CLAIMS)) {
      return;
    }
    if (reported.rejected()) {
      rejected(w, reported, out);
      return;
    }
    var payment = Latest.last(w.payments);
    if (payment == null) {
      return;
    }
    says(
        w,
        reported,
        out,
        payment,
        Cause.CODE_CODE_INVALID_DOS,
        "The payer reports that the code was not valid on the date of service.",
        "claim.procedure",
        "181",
        "N56",
        "M51",
        "M20");
    says(
        w,
        reported,
        out,
        payment,
        Cause.CODE_DX_INVALID,
        "The payer reports an invalid diagnosis code.",
        "claim.diagnoses",
        "146",
        "M76",
        "M64",
        "MA63",
        "M81");
    says(
        w,
        reported,
        out,
        payment,
        Cause.CODE_MODIFIER_INVALID,
        "The payer reports an invalid modifier.",
        "claim.modifiers",
        "182",
        "N519",
        "N823");
    says(
        w,
        reported,
        out,
        payment,
        Cause.CODE_AGE,
        "The payer reports that the service does not go with the patient's age.",
        "claim.procedure",
        "6",
        "9",
        "N129");
    says(
        w,
        reported,
        out,
        payment,
        Cause.CODE_LEVEL_UNSUPPORTED,
        "The payer reports that the records do not support the level billed.",
        "claim.procedure",
        "150",
        "N163",
        "N180",
        "N188");
    says(
        w,
        reported,
        out,
        payment,
        Cause.CODE_FREQUENCY,
        "The payer reports more services than it pays for.",
        "schedule.serviceDate",
        "B14",
        "N435",
        "N640",
        "M86");
    says(
        w,
        reported,
        out,
        payment,
        Cause.CRED_PROVIDER_TYPE_NOT_ALLOWED,
        "The payer reports that it does not pay this kind of clinician.",
        "schedule.npi",
        "170",
        "171",
        "172",
        "N95",
        "N808");
  }

  private static void says(
      World w,
      Reported reported,
      Findings out,
      Recorded<?> payment,
      Cause cause,
      String summary,
      String fact,
      String... codes) {
    if (!reported.says(codes)
        || !w.dossier.answered(cause.owner())
        || cause == Cause.CODE_LEVEL_UNSUPPORTED && w.encounter == null
        || out.found(cause)
        || out.settled(cause)
        || related(out)) {
      return;
    }
    var violation =
        new Violation(cause, 0, codes[0], summary)
            .cites(confirms(payment, w.dos, summary))
            .cure(
                fact.startsWith("claim.") ? Kind.REMEDY : Kind.PREVENTION,
                fact,
                "as billed",
                "as the payer's rule wants",
                x -> Cured.of(x, cause));
    violation.certainty = 0.55;
    out.violated(violation);
  }

  /** A rejection is the payer's word that a field is wrong, where the records show nothing else. */
  private static void rejected(World w, Reported reported, Findings out) {
    var rejection = Latest.last(Latest.where(w.acknowledgments, Submissions::rejects));
    var family = Family.of(reported);
    var ofTheClaim = rejection != null && rejection.fact().controlNumber() != null;
    if (!ofTheClaim || related(out)) {
      return;
    }
    for (var cause : family) {
      if (out.found(cause) || !out.settled(cause)) {
        var violation =
            new Violation(cause, 0, null, "The payer's front door turned the claim away for it.")
                .cites(
                    confirms(
                        rejection,
                        w.dos,
                        "Rejected with "
                            + rejection.fact().category()
                            + ":"
                            + rejection.fact().status()
                            + "."))
                .cure(Kind.REMEDY, "claim.lines", "as sent", "corrected", x -> Cured.of(x, cause));
        violation.certainty = 0.55;
        out.violated(violation);
        return;
      }
    }
  }

  /** Whether the records already prove a defect that denies. */
  private static boolean related(Findings out) {
    return out.violations.stream().anyMatch(v -> v.denies && v.certainty > 0.9);
  }
}
