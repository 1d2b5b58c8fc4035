package io.headwater.gateway.why;

import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.Matching;
import io.headwater.rootcause.RemittanceParts;
import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.CoverageNotice;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.rootcause.fact.Encounter;
import io.headwater.rootcause.fact.Enrollment;
import io.headwater.rootcause.fact.FeeSchedule;
import io.headwater.rootcause.fact.GroupLinkage;
import io.headwater.rootcause.fact.Location;
import io.headwater.rootcause.fact.Patient;
import io.headwater.rootcause.fact.PatientPayment;
import io.headwater.rootcause.fact.Payer;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.PracticeProfile;
import io.headwater.rootcause.fact.Provider;
import io.headwater.rootcause.fact.Remittance;
import io.headwater.rootcause.fact.RemittanceMatch;
import io.headwater.rootcause.fact.ScheduleEvent;
import io.headwater.rootcause.fact.Supervision;
import io.headwater.rootcause.fact.WorkEvent;
import io.headwater.vocabulary.Owner;

/** Facts gathered for one question become the dossiers of its claims. */
final class Dossiers {

  private final FactReader reader = new FactReader();

  /** The dossier of a claim. */
  Dossier dossier(String controlNumber, Gathered gathered) {
    var claims = read(gathered, Owner.CLAIMS, Claim.class, "claim");
    var encounters = read(gathered, Owner.CLAIMS, Encounter.class, "encounter");
    var coverages = read(gathered, Owner.ELIGIBILITY, Coverage.class, "coverage");
    var decisions = read(gathered, Owner.PAYMENTS, RemittanceMatch.class, "remittance-match");
    var answers =
        Matching.answers(
            new Matching.Known(claims, encounters, coverages, decisions),
            read(gathered, Owner.PAYMENTS, ClaimPayment.class, "claim-payment"));
    return new Dossier(
        controlNumber,
        gathered.knownAt(),
        gathered.away().keySet(),
        read(gathered, Owner.CREDENTIALING, PracticeProfile.class, "practice-profile"),
        read(gathered, Owner.CLAIMS, Payer.class, "payer"),
        read(gathered, Owner.CREDENTIALING, Location.class, "location"),
        read(gathered, Owner.CREDENTIALING, Provider.class, "provider"),
        read(gathered, Owner.ELIGIBILITY, Patient.class, "patient"),
        coverages,
        reader.read(
            Inquiries.joined(gathered.of(Owner.ELIGIBILITY)),
            Owner.ELIGIBILITY,
            EligibilityCheck.class,
            "eligibility-check"),
        read(gathered, Owner.ELIGIBILITY, CoverageNotice.class, "coverage-notice"),
        read(gathered, Owner.ELIGIBILITY, ScheduleEvent.class, "schedule-event"),
        read(gathered, Owner.CREDENTIALING, Enrollment.class, "enrollment"),
        read(gathered, Owner.CREDENTIALING, GroupLinkage.class, "group-linkage"),
        read(gathered, Owner.CREDENTIALING, Supervision.class, "supervision"),
        read(gathered, Owner.AUTHORIZATIONS, Authorization.class, "authorization"),
        encounters,
        claims,
        read(gathered, Owner.CLAIMS, Acknowledgment.class, "acknowledgment", "claim-status"),
        read(gathered, Owner.CLAIMS, WorkEvent.class, "work-event"),
        read(gathered, Owner.CLAIMS, PayerPolicy.class, "payer-policy"),
        RemittanceParts.wholes(read(gathered, Owner.PAYMENTS, Remittance.class, "remittance")),
        answers,
        read(gathered, Owner.PAYMENTS, FeeSchedule.class, "fee-schedule"),
        read(gathered, Owner.PAYMENTS, PatientPayment.class, "patient-payment"));
  }

  private <T> java.util.List<io.headwater.rootcause.Recorded<T>> read(
      Gathered gathered, Owner owner, Class<T> type, String... kinds) {
    return reader.read(gathered.of(owner), owner, type, kinds);
  }
}
