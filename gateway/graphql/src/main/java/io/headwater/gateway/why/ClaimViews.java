package io.headwater.gateway.why;

import io.headwater.gateway.why.ClaimView.AcknowledgmentView;
import io.headwater.gateway.why.ClaimView.AuthorizationView;
import io.headwater.gateway.why.ClaimView.EligibilityCheckView;
import io.headwater.gateway.why.ClaimView.EnrollmentView;
import io.headwater.gateway.why.ClaimView.PatientView;
import io.headwater.gateway.why.ClaimView.PayerView;
import io.headwater.gateway.why.ClaimView.RemittanceMatchView;
import io.headwater.gateway.why.ClaimView.RemittanceView;
import io.headwater.gateway.why.ClaimView.SubmissionView;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimLine;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentMatch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The joined facts of a dossier, as the query tells them. */
final class ClaimViews {

  private final Dossier dossier;
  private final List<Recorded<Claim>> submissions;
  private final Claim claim;
  private final Set<String> patients = new HashSet<>();

  private ClaimViews(Dossier dossier) {
    this.dossier = dossier;
    this.submissions =
        dossier.claims().stream()
            .filter(c -> c.fact().controlNumber().equals(dossier.controlNumber()))
            .sorted(
                Comparator.<Recorded<Claim>, LocalDate>comparing(
                        c -> c.fact().submittedOn(),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Recorded::recordedAt)
                    .thenComparing(Recorded::version))
            .toList();
    this.claim = submissions.isEmpty() ? null : submissions.getLast().fact();
  }

  /** The view; null when nothing but payments is known of the claim. */
  static ClaimView of(Dossier dossier) {
    return new ClaimViews(dossier).view();
  }

  private ClaimView view() {
    if (claim == null) {
      return null;
    }
    String patient = patient(claim);
    if (patient != null) {
      patients.add(patient);
    }
    return new ClaimView(
        claim.controlNumber(),
        payer(claim.payerId(), claim.payerName()),
        patient == null ? null : new PatientView(patient),
        serviceDate(claim),
        claim.placeOfService(),
        claim.frequency(),
        total(claim),
        claim.submittedOn(),
        submissions.stream()
            .limit(submissions.size() - 1L)
            .filter(other -> !other.fact().equals(claim))
            .map(this::submission)
            .toList(),
        eligibilityChecks(),
        enrollments(),
        authorizations(),
        acknowledgments(),
        remittances());
  }

  private SubmissionView submission(Recorded<Claim> other) {
    String patient = patient(other.fact());
    return new SubmissionView(
        other.fact().submittedOn(),
        other.fact().frequency(),
        payer(other.fact().payerId(), other.fact().payerName()),
        patient == null ? null : new PatientView(patient),
        serviceDate(other.fact()),
        total(other.fact()),
        other.version());
  }

  private PayerView payer(String id, String named) {
    if (id == null && named == null) {
      return null;
    }
    String name =
        latest(dossier.payers()).stream()
            .map(Recorded::fact)
            .filter(payer -> payer.payerId().equals(id))
            .map(payer -> payer.name())
            .findFirst()
            .orElse(named);
    return new PayerView(id, name);
  }

  /** The patient named on the claim, else by the visit it bills, else by the member id. */
  private String patient(Claim of) {
    return Optional.ofNullable(of.patientId())
        .or(
            () ->
                latest(dossier.encounters()).stream()
                    .map(Recorded::fact)
                    .filter(
                        e ->
                            of.controlNumber().equals(e.controlNumber())
                                || e.controlNumbers().contains(of.controlNumber()))
                    .map(e -> e.patientId())
                    .findFirst())
        .or(
            () ->
                latest(dossier.coverages()).stream()
                    .map(Recorded::fact)
                    .filter(c -> c.memberId().equals(of.memberId()))
                    .map(c -> c.patientId())
                    .findFirst())
        .orElse(null);
  }

  private List<EligibilityCheckView> eligibilityChecks() {
    return latest(dossier.eligibilityChecks()).stream()
        .filter(c -> c.fact().patientId() == null || patients.contains(c.fact().patientId()))
        .map(
            c ->
                new EligibilityCheckView(
                    c.id(),
                    payer(c.fact().payerId(), null),
                    c.fact().requestedAt(),
                    c.fact().result()))
        .toList();
  }

  private List<EnrollmentView> enrollments() {
    var npis = new HashSet<String>();
    npis.add(claim.renderingNpi());
    npis.add(claim.supervisingNpi());
    claim.lines().forEach(line -> npis.add(line.renderingNpi()));
    latest(dossier.encounters()).stream()
        .map(Recorded::fact)
        .filter(e -> claim.controlNumber().equals(e.controlNumber()))
        .forEach(e -> npis.add(e.treatingNpi()));
    return latest(dossier.enrollments()).stream()
        .filter(e -> npis.contains(e.fact().npi()))
        .map(
            e ->
                new EnrollmentView(
                    e.id(),
                    e.fact().npi(),
                    payer(e.fact().payerId(), null),
                    e.fact().status(),
                    e.fact().effective()))
        .toList();
  }

  private List<AuthorizationView> authorizations() {
    return latest(dossier.authorizations()).stream()
        .map(
            a ->
                new AuthorizationView(
                    a.id(),
                    a.fact().number(),
                    a.fact().status(),
                    a.fact().effective(),
                    a.fact().expires(),
                    remaining(a.fact())))
        .toList();
  }

  private BigDecimal remaining(Authorization authorization) {
    var approved =
        authorization.lines().stream()
            .map(line -> line.authorized())
            .filter(Objects::nonNull)
            .reduce(BigDecimal::add);
    if (approved.isEmpty() || authorization.number() == null) {
      return approved.orElse(null);
    }
    var used =
        latest(dossier.claims()).stream()
            .map(Recorded::fact)
            .filter(c -> !"8".equals(c.frequency()))
            .flatMap(c -> c.lines().stream().filter(line -> under(authorization, c, line)))
            .map(line -> line.units() == null ? BigDecimal.ONE : line.units())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (authorization.payerCountUsed() != null) {
      used = used.max(authorization.payerCountUsed());
    }
    return approved.get().subtract(used).max(BigDecimal.ZERO);
  }

  private static boolean under(Authorization authorization, Claim of, ClaimLine line) {
    String number =
        line.authorizationNumber() != null ? line.authorizationNumber() : of.authorizationNumber();
    return authorization.number().equals(number)
        && authorization.lines().stream()
            .anyMatch(l -> l.procedures().isEmpty() || l.procedures().contains(line.procedure()));
  }

  private List<AcknowledgmentView> acknowledgments() {
    return latest(dossier.acknowledgments()).stream()
        .filter(a -> ofThisClaim(a.fact()))
        .map(
            a ->
                new AcknowledgmentView(
                    a.id(),
                    a.fact().type(),
                    a.fact().category(),
                    a.fact().status(),
                    a.recordedAt()))
        .toList();
  }

  private boolean ofThisClaim(Acknowledgment acknowledgment) {
    if (acknowledgment.controlNumber() != null) {
      return acknowledgment.controlNumber().equals(dossier.controlNumber());
    }
    return submissions.stream()
        .map(Recorded::fact)
        .anyMatch(
            s ->
                s.transmission() != null
                    && s.transmission().answeredBy(acknowledgment, s.submittedOn()));
  }

  private List<RemittanceView> remittances() {
    return latest(dossier.claimPayments()).stream()
        .map(Recorded::fact)
        .filter(p -> p.controlNumber().equals(dossier.controlNumber()))
        .sorted(
            Comparator.comparing(
                ClaimPayment::paymentDate, Comparator.nullsFirst(Comparator.naturalOrder())))
        .map(this::remittance)
        .toList();
  }

  private RemittanceView remittance(ClaimPayment p) {
    return new RemittanceView(
        p.claimPaymentId(),
        p.traceNumber(),
        p.paymentDate(),
        p.status(),
        p.charge(),
        p.paid(),
        p.patientResponsibility(),
        balanced(p),
        match(p.match()));
  }

  /**
   * Null where nobody counted; a payment whose sum does not hold is in doubt with all its claims.
   */
  private Boolean balanced(ClaimPayment payment) {
    var whole =
        latest(dossier.remittances()).stream()
            .map(Recorded::fact)
            .filter(r -> Objects.equals(r.remittanceId(), payment.remittanceId()))
            .noneMatch(r -> Boolean.FALSE.equals(r.balanced()));
    return whole ? payment.balanced() : Boolean.FALSE;
  }

  private static RemittanceMatchView match(PaymentMatch match) {
    return match == null
        ? null
        : new RemittanceMatchView(
            match.by(), match.by().confidence(), match.sentAs(), match.actor(), match.reason());
  }

  private static LocalDate serviceDate(Claim of) {
    return of.lines().stream()
        .map(ClaimLine::serviceDate)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static BigDecimal total(Claim of) {
    return of.totalCharge() != null
        ? of.totalCharge()
        : of.lines().stream()
            .map(ClaimLine::charge)
            .filter(Objects::nonNull)
            .reduce(BigDecimal::add)
            .orElse(null);
  }

  /** The last version of each record, in the order in which they were learned. */
  private static <T> List<Recorded<T>> latest(List<Recorded<T>> versions) {
    Map<String, Recorded<T>> last = new LinkedHashMap<>();
    versions.stream()
        .sorted(
            Comparator.<Recorded<T>, java.time.Instant>comparing(Recorded::recordedAt)
                .thenComparing(Recorded::version))
        .forEach(v -> last.put(v.id(), v));
    return List.copyOf(last.values());
  }
}
