package io.headwater.rootcause;

import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.Encounter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Builds the world of a claim from everything that is known. */
final class Assembly {

  private Assembly() {}

  static World of(Dossier d) {
    var w = new World(d);
    var profile = Latest.last(Latest.of(d.practiceProfiles()));
    if (profile != null && profile.fact().timeZone() != null) {
      try {
        w.zone = ZoneId.of(profile.fact().timeZone());
      } catch (DateTimeException e) {
        w.zone = java.time.ZoneOffset.UTC;
      }
    }
    w.submissions = Latest.where(d.claims(), c -> d.controlNumber().equals(c.controlNumber()));
    w.payments = PaymentOrder.of(d.claimPayments(), d.controlNumber());
    if (w.submissions.isEmpty() && w.payments.isEmpty()) {
      throw new IllegalArgumentException("no claim " + d.controlNumber());
    }
    var claim = Latest.last(w.submissions);
    w.payments = PaymentOrder.ofService(w, claim, ofPayer(w, claim));
    w.encounters = Latest.of(d.encounters());
    w.patientIds = Persons.patients(w, d, claim);
    w.encounters = Latest.where(w.encounters, e -> w.patientIds.contains(e.patientId()));
    w.patient =
        Latest.first(
            Latest.where(Latest.of(d.patients()), p -> w.patientIds.contains(p.patientId())));
    w.coverages = Latest.where(Latest.of(d.coverages()), c -> w.patientIds.contains(c.patientId()));
    var members = Persons.members(w, claim);
    w.checks =
        Latest.where(
                Latest.of(d.eligibilityChecks()),
                c ->
                    c.patientId() != null
                        ? w.patientIds.contains(c.patientId())
                        : members.contains(c.memberIdSent())
                            || members.contains(c.returnedMemberId()))
            .stream()
            .filter(c -> c.fact().requestedAt() != null)
            .sorted(java.util.Comparator.comparing(c -> c.fact().requestedAt()))
            .toList();
    var groups = new HashSet<String>();
    w.coverages.forEach(c -> groups.add(c.fact().groupNumber()));
    groups.remove(null);
    w.notices =
        Latest.where(
            Latest.of(d.coverageNotices()),
            n ->
                w.patientIds.contains(n.patientId())
                    || n.patientId() == null && groups.contains(n.groupNumber()));
    w.schedule = Latest.of(d.scheduleEvents());
    w.providers = Latest.of(d.providers());
    w.enrollments = Latest.of(d.enrollments());
    w.linkages = Latest.of(d.groupLinkages());
    w.supervisions = Latest.of(d.supervisions());
    w.authorizations =
        Latest.where(
            asked(d.authorizations()),
            a ->
                a.patientId() != null
                    ? w.patientIds.contains(a.patientId())
                    : members.contains(a.memberId()));
    w.workEvents =
        Latest.where(Latest.of(d.workEvents()), e -> d.controlNumber().equals(e.controlNumber()));
    w.outcomes =
        Latest.where(Latest.of(d.outcomes()), o -> d.controlNumber().equals(o.controlNumber()));
    w.policies = new Policies(d.policies());
    w.contract = new Contract(d.feeSchedules());
    w.siblings = Persons.siblings(w, d, members);
    w.acknowledgments = acknowledgments(w, d);
    if (claim != null) {
      bill(w, claim);
    } else {
      fromPayment(w);
    }
    return w;
  }

  /**
   * The latest decisions, each with the day of its request where only an earlier version says it.
   */
  private static List<Recorded<io.headwater.rootcause.fact.Authorization>> asked(
      List<Recorded<io.headwater.rootcause.fact.Authorization>> versions) {
    var latest = new ArrayList<Recorded<io.headwater.rootcause.fact.Authorization>>();
    for (var version : Latest.of(versions)) {
      var known =
          version.fact().requestedAt() != null
              ? null
              : versions.stream()
                  .filter(v -> v.id().equals(version.id()) && v.fact().requestedAt() != null)
                  .map(v -> v.fact().requestedAt())
                  .findFirst()
                  .orElse(null);
      latest.add(
          known == null ? version : Edit.replace(version, Edit.asked(version.fact(), known)));
    }
    return latest;
  }

  /** Where the number was billed to several payers, the answers of the one billed last. */
  private static List<Recorded<io.headwater.rootcause.fact.ClaimPayment>> ofPayer(
      World w, Recorded<Claim> claim) {
    var payers = new HashSet<String>();
    w.submissions.forEach(s -> payers.add(s.fact().payerId()));
    return claim == null || payers.size() < 2
        ? w.payments
        : Latest.where(w.payments, p -> Objects.equals(p.payerId(), claim.fact().payerId()));
  }

  /** Whether nothing is known of the claim because a service that would know did not answer. */
  static boolean unheard(Dossier d) {
    var away =
        !d.answered(io.headwater.vocabulary.Owner.CLAIMS)
            || !d.answered(io.headwater.vocabulary.Owner.PAYMENTS);
    return away
        && d.claims().stream().noneMatch(c -> d.controlNumber().equals(c.fact().controlNumber()))
        && d.claimPayments().stream()
            .noneMatch(p -> d.controlNumber().equals(p.fact().controlNumber()));
  }

  /**
   * A denial is judged on the submission that was denied: the last before it that the front door
   * let in, not one sent since and not one that it turned away.
   */
  static void judgeAsAdjudicated(
      World w, Recorded<io.headwater.rootcause.fact.ClaimPayment> standing) {
    if (w.claim == null) {
      return;
    }
    Recorded<Claim> denied = null;
    Recorded<Claim> last = null;
    for (var submission : w.submissions) {
      if (!submission.recordedAt().isAfter(standing.recordedAt())) {
        last = submission;
        denied = Submissions.turnedAway(w, submission) ? denied : submission;
      }
    }
    denied = denied == null ? last : denied;
    if (denied != null && !denied.recordedAt().equals(w.claim.recordedAt())) {
      bill(w, denied);
    }
  }

  /** Sets what a submission says as what is billed. */
  static void bill(World w, Recorded<Claim> claim) {
    var c = claim.fact();
    w.claim = claim;
    w.payerId = c.payerId();
    w.memberId = c.memberId();
    w.frequency = c.frequency() == null ? "1" : c.frequency();
    w.originalReference = c.originalReference();
    w.authorizationNumber = c.authorizationNumber();
    w.renderingNpi = rendering(w, List.of());
    w.renderingTaxonomy = c.renderingTaxonomy();
    w.supervisingNpi = c.supervisingNpi();
    w.birthDate = c.birthDate();
    w.submittedOn = c.submittedOn() == null ? w.day(claim.recordedAt()) : c.submittedOn();
    w.diagnoses = c.diagnoses();
    w.dos =
        c.lines().stream()
            .map(l -> l.serviceDate())
            .filter(Objects::nonNull)
            .min(LocalDate::compareTo)
            .orElse(w.submittedOn);
    var lines = new ArrayList<BilledLine>();
    for (int i = 0; i < c.lines().size(); i++) {
      lines.add(BilledLine.of(c.lines().get(i), i + 1, c.placeOfService(), c.diagnoses(), w.dos));
    }
    w.lines = lines;
    w.encounter = encounter(w, c.controlNumber());
    w.visits = VisitsOfLines.of(w, billed(w, c.controlNumber()));
    w.receivedOn = Submissions.acceptedOn(w);
    if (w.receivedOn == null && !w.payments.isEmpty()) {
      w.receivedOn = w.payments.getFirst().fact().receivedOn();
    }
    if (w.receivedOn == null) {
      w.receivedOn = w.submittedOn;
    }
  }

  /**
   * Turns the world to some of the claim's lines: to their day and the visit they were billed for.
   */
  static void turnTo(World w, List<Integer> lines) {
    w.focus = List.copyOf(lines);
    if (w.claim != null) {
      w.renderingNpi = rendering(w, lines);
    }
    var line = lines.isEmpty() ? null : w.line(lines.getFirst());
    if (line == null || line.serviceDate() == null) {
      return;
    }
    var visit = w.visits.get(line.number());
    if (visit != null) {
      w.dos = line.serviceDate();
      w.encounter = visit;
      return;
    }
    if (line.serviceDate().equals(w.dos)) {
      return;
    }
    w.dos = line.serviceDate();
    w.encounter = encounter(w, w.dossier.controlNumber());
  }

  /**
   * Who is billed as having treated: as the line says (X12 837P 2420A), else the claim (2310B),
   * else the clinician who bills for himself and need not be named twice (2010AA). Null where
   * nobody is.
   */
  static String rendering(World w, List<Integer> lines) {
    var c = w.claim.fact();
    for (int i = 0; i < c.lines().size(); i++) {
      var line = c.lines().get(i);
      var number = line.number() == null ? i + 1 : line.number();
      if (lines.contains(number) && line.renderingNpi() != null) {
        return line.renderingNpi();
      }
    }
    var alone = c.billingNpi() != null && w.provider(c.billingNpi()) != null;
    return c.renderingNpi() == null && alone ? c.billingNpi() : c.renderingNpi();
  }

  /** What a payer's answer tells of a claim that is itself not known. */
  private static void fromPayment(World w) {
    var p = w.payments.getLast().fact();
    w.payerId = p.payerId();
    w.memberId = p.patientId();
    w.renderingNpi = p.renderingNpi();
    w.frequency = p.frequency() == null ? "1" : p.frequency();
    var lines = new ArrayList<BilledLine>();
    for (int i = 0; i < p.lines().size(); i++) {
      var l = p.lines().get(i);
      lines.add(
          new BilledLine(
              i + 1,
              l.procedure() == null ? "" : l.procedure(),
              l.modifiers(),
              Ledger.zero(l.charge()),
              l.units() == null ? java.math.BigDecimal.ONE : l.units(),
              l.serviceDate() == null ? p.paymentDate() : l.serviceDate(),
              p.facilityCode(),
              List.of(),
              null));
    }
    w.lines = lines;
    w.dos =
        lines.isEmpty() || lines.getFirst().serviceDate() == null
            ? p.paymentDate()
            : lines.getFirst().serviceDate();
    w.dated = !lines.isEmpty() && p.lines().stream().anyMatch(l -> l.serviceDate() != null);
    w.receivedOn = p.receivedOn();
    w.encounter = encounter(w, w.dossier.controlNumber());
  }

  /** The visits that were billed under a control number, also by an earlier version's word. */
  private static List<Recorded<Encounter>> billed(World w, String controlNumber) {
    var billed = new HashSet<String>();
    for (var version : w.dossier.encounters()) {
      if (names(version.fact(), controlNumber)) {
        billed.add(version.id());
      }
    }
    return w.encounters.stream().filter(e -> billed.contains(e.id())).toList();
  }

  private static Recorded<Encounter> encounter(World w, String controlNumber) {
    var of = billed(w, controlNumber);
    var sameDay =
        of.stream().filter(e -> Objects.equals(w.dos, e.fact().serviceDate())).findFirst();
    if (sameDay.isPresent()) {
      return sameDay.get();
    }
    if (!of.isEmpty()) {
      return of.getFirst();
    }
    var unclaimed =
        w.encounters.stream().filter(e -> Objects.equals(w.dos, e.fact().serviceDate())).toList();
    return unclaimed.size() == 1 ? unclaimed.getFirst() : null;
  }

  /** Whether a visit was billed under a control number. */
  static boolean names(Encounter e, String controlNumber) {
    return controlNumber.equals(e.controlNumber()) || e.controlNumbers().contains(controlNumber);
  }

  private static List<Recorded<Acknowledgment>> acknowledgments(World w, Dossier d) {
    return Latest.of(d.acknowledgments()).stream()
        .filter(
            a ->
                d.controlNumber().equals(a.fact().controlNumber())
                    || a.fact().controlNumber() == null && transmitted(w, a.fact()))
        .sorted(java.util.Comparator.comparing(Recorded::recordedAt))
        .toList();
  }

  private static boolean transmitted(World w, Acknowledgment a) {
    return w.submissions.stream()
        .map(Recorded::fact)
        .anyMatch(s -> s.transmission() != null && s.transmission().answeredBy(a, s.submittedOn()));
  }
}
