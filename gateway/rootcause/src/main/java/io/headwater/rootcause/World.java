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
import io.headwater.rootcause.fact.GroupLinkage;
import io.headwater.rootcause.fact.Patient;
import io.headwater.rootcause.fact.Provider;
import io.headwater.rootcause.fact.ScheduleEvent;
import io.headwater.rootcause.fact.Supervision;
import io.headwater.rootcause.fact.WorkEvent;
import io.headwater.vocabulary.Npi;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is so about one claim, as the adjudication model sees it: the claim as billed and the latest
 * versions of the facts around it. A counterfactual is a copy with something changed; the model
 * runs over it as over the real one.
 */
final class World {
  final Dossier dossier;
  final LocalDate today;
  ZoneId zone = ZoneOffset.UTC;

  /** The claim as last sent, or null when only a payer's answer is known. */
  Recorded<Claim> claim;

  /** Every submission of the control number, oldest first. */
  List<Recorded<Claim>> submissions = List.of();

  Set<String> patientIds = Set.of();
  Recorded<Patient> patient;
  String payerId;
  String memberId;
  String frequency;
  String originalReference;
  String authorizationNumber;
  String renderingNpi;
  String renderingTaxonomy;
  String supervisingNpi;
  LocalDate birthDate;
  LocalDate submittedOn;

  /** The day on which the payer accepted the claim into adjudication, or null. */
  LocalDate receivedOn;

  LocalDate dos;

  /** Whether the date of service is known, and not only the day of the payment. */
  boolean dated = true;

  /** The numbers of the lines in question; empty means all. */
  List<Integer> focus = List.of();

  List<BilledLine> lines = List.of();
  List<String> diagnoses = List.of();

  /** The visit in question. */
  Recorded<Encounter> encounter;

  /** The visit of each line, where several visits of a day were billed together; else empty. */
  Map<Integer, Recorded<Encounter>> visits = Map.of();

  List<Recorded<Encounter>> encounters = List.of();
  List<Recorded<Coverage>> coverages = List.of();
  List<Recorded<EligibilityCheck>> checks = List.of();
  List<Recorded<CoverageNotice>> notices = List.of();
  List<Recorded<ScheduleEvent>> schedule = List.of();
  List<Recorded<Provider>> providers = List.of();
  List<Recorded<Enrollment>> enrollments = List.of();
  List<Recorded<GroupLinkage>> linkages = List.of();
  List<Recorded<Supervision>> supervisions = List.of();
  List<Recorded<Authorization>> authorizations = List.of();
  List<Recorded<WorkEvent>> workEvents = List.of();

  /** What came of working this claim. */
  List<Recorded<CaseOutcome>> outcomes = List.of();

  List<Recorded<Acknowledgment>> acknowledgments = List.of();

  /** Adjudications of this claim, oldest first. */
  List<Recorded<ClaimPayment>> payments = List.of();

  /** Latest versions of the patient's other claims. */
  List<Recorded<Claim>> siblings = List.of();

  Policies policies;
  Contract contract;

  boolean primaryAdjudicationSent;

  World(Dossier dossier) {
    this.dossier = dossier;
    this.today = dossier.knownAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** A copy that may be changed without touching this one. */
  World copy() {
    var w = new World(dossier);
    w.zone = zone;
    w.claim = claim;
    w.submissions = submissions;
    w.patientIds = patientIds;
    w.patient = patient;
    w.payerId = payerId;
    w.memberId = memberId;
    w.frequency = frequency;
    w.originalReference = originalReference;
    w.authorizationNumber = authorizationNumber;
    w.renderingNpi = renderingNpi;
    w.renderingTaxonomy = renderingTaxonomy;
    w.supervisingNpi = supervisingNpi;
    w.birthDate = birthDate;
    w.submittedOn = submittedOn;
    w.receivedOn = receivedOn;
    w.dos = dos;
    w.focus = focus;
    w.dated = dated;
    w.lines = lines;
    w.diagnoses = diagnoses;
    w.encounter = encounter;
    w.visits = visits;
    w.encounters = encounters;
    w.coverages = coverages;
    w.checks = checks;
    w.notices = notices;
    w.schedule = schedule;
    w.providers = providers;
    w.enrollments = enrollments;
    w.linkages = linkages;
    w.supervisions = supervisions;
    w.authorizations = authorizations;
    w.workEvents = workEvents;
    w.outcomes = outcomes;
    w.acknowledgments = acknowledgments;
    w.payments = payments;
    w.siblings = siblings;
    w.policies = policies;
    w.contract = contract;
    w.primaryAdjudicationSent = primaryAdjudicationSent;
    w.cured = cured;
    return w;
  }

  /** Causes that a change has removed outright. */
  Set<io.headwater.vocabulary.Cause> cured = Set.of();

  Recorded<Provider> provider(String npi) {
    if (npi == null) {
      return null;
    }
    for (var provider : providers) {
      if (npi.equals(provider.fact().npi())) {
        return provider;
      }
    }
    return null;
  }

  /** Who treated, or, where the room is not documented, who is billed as having treated. */
  String treatingNpi() {
    return encounter == null || encounter.fact().treatingNpi() == null
        ? renderingNpi
        : encounter.fact().treatingNpi();
  }

  /** Whom the payer takes to have treated: who is billed, or, where that is nobody, who treated. */
  String clinicianNpi() {
    if (provider(renderingNpi) != null) {
      return renderingNpi;
    }
    var named = renderingNpi != null && Npi.isValid(renderingNpi);
    return named && provider(treatingNpi()) == null ? renderingNpi : treatingNpi();
  }

  /** The license level of the treating clinician, or null. */
  String licenseLevel() {
    var treating = provider(treatingNpi());
    return treating == null ? null : treating.fact().licenseLevel();
  }

  BilledLine line(int number) {
    for (var line : lines) {
      if (line.number() == number) {
        return line;
      }
    }
    return null;
  }

  /** Whether a line is of the visit that the world is turned to. */
  boolean inQuestion(BilledLine line) {
    var visit = visits.get(line.number());
    return focus.isEmpty()
        || dos == null
        || dos.equals(line.serviceDate()) && (visit == null || visit.equals(encounter));
  }

  /** The minutes documented of the visit in question, or null when they are not. */
  Integer minutes() {
    return encounter == null ? null : minutes(encounter.fact());
  }

  /** The minutes documented of a visit, or null when they are not. */
  static Integer minutes(Encounter e) {
    if (e.minutes() != null) {
      return e.minutes();
    }
    if (e.startTime() == null || e.stopTime() == null) {
      return null;
    }
    var start = java.time.LocalTime.parse(e.startTime());
    var stop = java.time.LocalTime.parse(e.stopTime());
    int between = (int) java.time.Duration.between(start, stop).toMinutes();
    return between < 0 ? between + 24 * 60 : between;
  }

  LocalDate day(java.time.Instant instant) {
    return instant == null ? null : LocalDate.ofInstant(instant, zone);
  }
}
