package io.headwater.rootcause;

import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.CaseOutcome;
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
import io.headwater.rootcause.fact.ScheduleEvent;
import io.headwater.rootcause.fact.Supervision;
import io.headwater.rootcause.fact.WorkEvent;
import io.headwater.vocabulary.Owner;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything known at an instant that bears on one claim: every version recorded up to then of the
 * patient's facts, of the practice's credentials and of the payers' rules.
 *
 * @param controlNumber the claim asked about (CLM01)
 * @param knownAt the instant of the question, which is also its now; nothing here was recorded
 *     later
 * @param unavailable the services that did not answer; their facts are unknown, never absent
 * @param outcomes what came of working the patient's claims
 * @param learned what all outcomes of the practice teach
 */
public record Dossier(
    String controlNumber,
    Instant knownAt,
    Set<Owner> unavailable,
    List<Recorded<PracticeProfile>> practiceProfiles,
    List<Recorded<Payer>> payers,
    List<Recorded<Location>> locations,
    List<Recorded<Provider>> providers,
    List<Recorded<Patient>> patients,
    List<Recorded<Coverage>> coverages,
    List<Recorded<EligibilityCheck>> eligibilityChecks,
    List<Recorded<CoverageNotice>> coverageNotices,
    List<Recorded<ScheduleEvent>> scheduleEvents,
    List<Recorded<Enrollment>> enrollments,
    List<Recorded<GroupLinkage>> groupLinkages,
    List<Recorded<Supervision>> supervisions,
    List<Recorded<Authorization>> authorizations,
    List<Recorded<Encounter>> encounters,
    List<Recorded<Claim>> claims,
    List<Recorded<Acknowledgment>> acknowledgments,
    List<Recorded<WorkEvent>> workEvents,
    List<Recorded<PayerPolicy>> policies,
    List<Recorded<Remittance>> remittances,
    List<Recorded<ClaimPayment>> claimPayments,
    List<Recorded<FeeSchedule>> feeSchedules,
    List<Recorded<PatientPayment>> patientPayments,
    List<Recorded<CaseOutcome>> outcomes,
    Learned learned) {

  /** Missing lists are empty. */
  public Dossier {
    unavailable =
        unavailable == null || unavailable.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(unavailable));
    practiceProfiles = practiceProfiles == null ? List.of() : List.copyOf(practiceProfiles);
    payers = payers == null ? List.of() : List.copyOf(payers);
    locations = locations == null ? List.of() : List.copyOf(locations);
    providers = providers == null ? List.of() : List.copyOf(providers);
    patients = patients == null ? List.of() : List.copyOf(patients);
    coverages = coverages == null ? List.of() : List.copyOf(coverages);
    eligibilityChecks = eligibilityChecks == null ? List.of() : List.copyOf(eligibilityChecks);
    coverageNotices = coverageNotices == null ? List.of() : List.copyOf(coverageNotices);
    scheduleEvents = scheduleEvents == null ? List.of() : List.copyOf(scheduleEvents);
    enrollments = enrollments == null ? List.of() : List.copyOf(enrollments);
    groupLinkages = groupLinkages == null ? List.of() : List.copyOf(groupLinkages);
    supervisions = supervisions == null ? List.of() : List.copyOf(supervisions);
    authorizations = authorizations == null ? List.of() : List.copyOf(authorizations);
    encounters = encounters == null ? List.of() : List.copyOf(encounters);
    claims = claims == null ? List.of() : List.copyOf(claims);
    acknowledgments = acknowledgments == null ? List.of() : List.copyOf(acknowledgments);
    workEvents = workEvents == null ? List.of() : List.copyOf(workEvents);
    policies = policies == null ? List.of() : List.copyOf(policies);
    remittances = remittances == null ? List.of() : List.copyOf(remittances);
    claimPayments = claimPayments == null ? List.of() : List.copyOf(claimPayments);
    feeSchedules = feeSchedules == null ? List.of() : List.copyOf(feeSchedules);
    patientPayments = patientPayments == null ? List.of() : List.copyOf(patientPayments);
    outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    learned = learned == null ? Learned.NOTHING : learned;
  }

  /** Whether the service answered. */
  public boolean answered(Owner owner) {
    return !unavailable.contains(owner);
  }
}
