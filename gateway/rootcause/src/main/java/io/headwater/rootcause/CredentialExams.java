package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.Enrollment;
import io.headwater.rootcause.fact.License;
import io.headwater.rootcause.fact.Provider;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.DateRange;
import io.headwater.vocabulary.Npi;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Who may bill the payer, where and from when: numbers, enrollment, license, links, taxonomy. */
final class CredentialExams {
  private static final Set<String> NEVER =
      Set.of("NOT_STARTED", "PACKET_IN_PROGRESS", "WITHDRAWN", "DENIED");
  private static final Set<String> PENDING =
      Set.of(
          "PACKET_COMPLETE",
          "SUBMITTED",
          "PAYER_RECEIVED",
          "IN_REVIEW",
          "INFO_REQUESTED",
          "COMMITTEE");

  /** Codes under which a payer reports a license. */
  private static final String[] LICENSE = {"B7", "N665", "M143", "185"};

  private final World w;
  private final Reported reported;
  private final Findings out;

  private CredentialExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    var exams = new CredentialExams(w, reported, out);
    exams.numbers();
    if (!w.dossier.answered(Owner.CREDENTIALING)) {
      out.cannotTest(Owner.CREDENTIALING);
      out.cannotTest(Cause.SCHED_BEFORE_ENROLMENT, Owner.CREDENTIALING.name());
      return;
    }
    if (w.clinicianNpi() == null) {
      out.cannotTest(Owner.CREDENTIALING, "who treated");
      return;
    }
    var nobody = w.renderingNpi == null || out.found(Cause.BILL_NPI_INVALID);
    var known = nobody ? exams.asTreated() : exams;
    SupervisionExams.examine(known.w, reported, out);
    known.license();
    AttestationExams.examine(known.w, reported, out);
    known.enrollment();
    ProviderTypeExams.examine(known.w, out);
  }

  /** A number that is nobody's, or none, says nothing; who treated is looked at in its stead. */
  private CredentialExams asTreated() {
    var x = w.copy();
    x.renderingNpi = w.treatingNpi();
    return new CredentialExams(x, reported, out);
  }

  private void numbers() {
    if (w.claim == null) {
      return;
    }
    if (w.renderingNpi == null) {
      if (reported.says("N290", "206", "N289", "16", "185", "N257")
          || w.encounter != null && reported.rejected()) {
        out.violated(
            new Violation(Cause.BILL_NPI_MISSING, 0, "16", "The claim names no rendering provider.")
                .remark("N290")
                .cites(
                    confirms(w.claim, w.dos, "Loop 2310B was not sent."),
                    confirms(w.encounter, w.dos, "The encounter names who treated."))
                .cure(
                    Kind.REMEDY,
                    "claim.renderingNpi",
                    "none",
                    "the treating clinician",
                    x -> {
                      x.renderingNpi = x.treatingNpi();
                      return Cured.of(x, Cause.BILL_NPI_MISSING);
                    }));
      }
      return;
    }
    out.refute(
        Cause.BILL_NPI_MISSING,
        "The claim names a rendering provider.",
        refutes(w.claim, w.dos, "Loop 2310B was sent."));
    var known = w.provider(w.renderingNpi) != null;
    var valid = Npi.isValid(w.renderingNpi);
    var stranger =
        w.dossier.answered(Owner.CREDENTIALING)
            && !w.providers.isEmpty()
            && !known
            && w.encounter != null
            && !w.renderingNpi.equals(w.encounter.fact().treatingNpi())
            && !w.renderingNpi.equals(w.encounter.fact().supervisorNpi());
    if (!valid || stranger) {
      out.violated(
          new Violation(
                  Cause.BILL_NPI_INVALID,
                  0,
                  valid ? "208" : "207",
                  valid
                      ? "The rendering number on the claim belongs to nobody of the practice."
                      : "The rendering number on the claim fails its check digit.")
              .remark("N290")
              .cites(
                  confirms(w.claim, w.dos, "The number as sent is wrong."),
                  confirms(w.encounter, w.dos, "The encounter names who treated."))
              .cure(
                  Kind.REMEDY,
                  "claim.renderingNpi",
                  "as sent",
                  "the treating clinician's",
                  x -> {
                    x.renderingNpi = x.treatingNpi();
                    return x;
                  }));
    } else {
      out.refute(
          Cause.BILL_NPI_INVALID,
          "The rendering number passes its check digit.",
          refutes(w.claim, w.dos, "The number is well-formed and known."));
    }
  }

  private void license() {
    var provider = w.provider(w.renderingNpi);
    var treating = w.provider(w.treatingNpi());
    if (provider == null && treating == null) {
      if (reported.says(LICENSE)) {
        out.cannotTest(Cause.CRED_LICENSE_LAPSED, "the clinician's record");
      }
      return;
    }
    var checked = provider == null ? treating : provider;
    if (!licensed(checked)) {
      lapsed(checked);
    } else if (treating != null && !treating.equals(checked) && !licensed(treating)) {
      lapsed(treating);
    } else if (checked.fact().licenses().isEmpty()) {
      if (reported.says(LICENSE)) {
        out.cannotTest(Cause.CRED_LICENSE_LAPSED, "the clinician's license");
      }
    } else {
      out.refute(
          Cause.CRED_LICENSE_LAPSED,
          "The license was active on the date of service.",
          refutes(checked, w.dos, "A license spans the date of service."));
    }
  }

  private boolean licensed(Recorded<Provider> provider) {
    var licenses = here(provider.fact().licenses());
    return licenses.isEmpty() || licenses.stream().anyMatch(this::holds);
  }

  /** The licenses of the state in which the visit took place, or all where that is not told. */
  private List<License> here(List<License> licenses) {
    var place = w.encounter == null ? null : w.encounter.fact().locationId();
    var location =
        Latest.last(
            Latest.where(
                w.dossier.locations(), l -> place != null && place.equals(l.locationId())));
    var state = location == null ? null : location.fact().state();
    var of = licenses.stream().filter(l -> state != null && state.equals(l.state())).toList();
    return of.isEmpty() ? licenses : of;
  }

  private boolean holds(License license) {
    return !Set.of("SUSPENDED", "REVOKED", "INACTIVE")
            .contains(license.status() == null ? "" : license.status())
        && new DateRange(license.issued(), license.expires()).contains(w.dos);
  }

  private void lapsed(Recorded<Provider> provider) {
    var ended =
        here(provider.fact().licenses()).stream()
            .map(License::expires)
            .filter(e -> e != null && e.isBefore(w.dos))
            .max(java.util.Comparator.naturalOrder())
            .orElse(null);
    var violation =
        new Violation(
                Cause.CRED_LICENSE_LAPSED,
                0,
                "B7",
                ended == null
                    ? "No license was active on the date of service."
                    : "The license had ended on " + ended + ".")
            .remark("N665")
            .cites(confirms(provider, w.dos, "No license spans the date of service."))
            .cure(
                Kind.PREVENTION,
                "provider.licenses",
                ended == null ? "none" : ended.toString(),
                w.dos.toString(),
                x -> Cured.of(x, Cause.CRED_LICENSE_LAPSED));
    violation.origin =
        ended == null ? null : new Origin(ended, Owner.CREDENTIALING, "The license ended.");
    out.violated(violation);
  }

  /** Whose enrollment the payer looks at: the clinician billed, or who supervises by its rule. */
  private String enrolled() {
    var level = w.licenseLevel();
    var rule =
        level == null
            ? null
            : w.policies.one(
                w.payerId, "SUPERVISION", w.dos, r -> r.licenseLevels().contains(level));
    if (rule == null) {
      return w.renderingNpi;
    }
    var shape = rule.fact().rule().shape();
    if ("TREATING_WITH_SUPERVISOR".equals(shape) && w.supervisingNpi != null) {
      return w.supervisingNpi;
    }
    var supervisor = SupervisionExams.supervisor(w);
    return "SUPERVISOR_AS_RENDERING".equals(shape)
            && supervisor != null
            && w.renderingNpi.equals(w.treatingNpi())
        ? supervisor
        : w.renderingNpi;
  }

  private void enrollment() {
    var npi = enrolled();
    var of =
        Latest.where(
            w.enrollments, e -> npi.equals(e.npi()) && Objects.equals(e.payerId(), w.payerId));
    var active = of.stream().filter(e -> inForce(e.fact())).toList();
    if (!active.isEmpty()) {
      if (npi.equals(w.renderingNpi)) {
        EnrollmentLinks.examine(w, reported, out, active);
      }
      for (var cause :
          List.of(
              Cause.CRED_NOT_ENROLLED,
              Cause.CRED_EFFECTIVE_AFTER_DOS,
              Cause.CRED_TERMED,
              Cause.CRED_APPLICATION_IDLE)) {
        out.refute(
            cause,
            "The clinician was enrolled with the payer on the date of service.",
            refutes(active.getFirst(), w.dos, "Enrollment in force on the date of service."));
      }
      return;
    }
    if (of.isEmpty()) {
      absent(npi);
      return;
    }
    EnrollmentLinks.taxonomy(w, out, of);
    var chosen =
        of.stream().max(java.util.Comparator.comparing(e -> stage(e.fact()))).orElseThrow();
    var e = chosen.fact();
    if (e.termination() != null
            && e.termination().isBefore(w.dos)
            && (e.effective() == null || !e.effective().isAfter(w.dos))
        || Set.of("TERMINATED", "SUSPENDED").contains(e.status())) {
      EnrollmentEnds.examine(w, out, chosen);
    } else if ("APPROVED".equals(e.status())
        && e.effective() != null
        && !e.effective().isAfter(w.dos)) {
      EnrollmentLinks.notLoaded(w, out, chosen);
    } else if (e.effective() != null && e.effective().isAfter(w.dos)) {
      EnrollmentDelays.examine(w, out, chosen);
    } else if (NEVER.contains(e.status())) {
      never(chosen);
    } else if (PENDING.contains(e.status())) {
      EnrollmentDelays.pending(w, out, chosen);
    } else if ("REVALIDATION_DUE".equals(e.status())) {
      EnrollmentEnds.examine(w, out, chosen);
    } else if ("APPROVED".equals(e.status())) {
      out.cannotTest(
          Cause.CRED_EFFECTIVE_AFTER_DOS, "the effective date of enrollment " + chosen.id());
    }
  }

  private static int stage(Enrollment e) {
    return NEVER.contains(e.status()) ? 0 : PENDING.contains(e.status()) ? 1 : 2;
  }

  private boolean inForce(Enrollment e) {
    var ended = "TERMINATED".equals(e.status()) && e.termination() != null && e.effective() != null;
    return (Set.of("LOADED", "REVALIDATION_DUE").contains(e.status()) || ended)
        && new DateRange(e.effective(), e.termination()).contains(w.dos)
        && !("REVALIDATION_DUE".equals(e.status())
            && e.revalidationDueOn() != null
            && e.revalidationDueOn().isBefore(w.dos)
            && reported.says("N550", "B7"));
  }

  private void absent(String npi) {
    var coded =
        reported.says(
            "B7", "185", "183", "N570", "N290", "208", "N95", "170", "242", "N767", "38", "299",
            "N521");
    if (!coded) {
      if (EnrollmentLinks.spokenOf(reported)) {
        EnrollmentLinks.group(w, reported, out);
      }
      return;
    }
    var provider = w.provider(npi);
    out.violated(
        notEnrolled(
            new Violation(
                    Cause.CRED_NOT_ENROLLED,
                    0,
                    "B7",
                    "No enrollment of the clinician with the payer is on file.")
                .cites(
                    confirms(
                        onFile(provider),
                        w.dos,
                        "The clinician has no enrollment with " + w.payerId + "."))));
  }

  /** The record that names the clinician: his own, else the claim, else the payer's answer. */
  private Recorded<?> onFile(Recorded<Provider> provider) {
    return provider != null ? provider : w.claim != null ? w.claim : Latest.last(w.payments);
  }

  private void never(Recorded<Enrollment> enrollment) {
    out.violated(
        notEnrolled(
            new Violation(
                    Cause.CRED_NOT_ENROLLED,
                    0,
                    "B7",
                    "The clinician was never enrolled with the payer ("
                        + enrollment.fact().status()
                        + ").")
                .cites(
                    confirms(
                        enrollment,
                        w.dos,
                        "The application stands at " + enrollment.fact().status() + "."))));
  }

  private Violation notEnrolled(Violation violation) {
    violation
        .remark("N570")
        .cure(
            Kind.PREVENTION,
            "enrollment.status",
            "not enrolled",
            "LOADED",
            x -> Cured.of(Cured.of(x, Cause.CRED_NOT_ENROLLED), Cause.SCHED_BEFORE_ENROLMENT));
    var booked = EnrollmentDelays.booked(w);
    if (booked != null) {
      violation.link(EnrollmentDelays.bookedEarly(w, booked), Role.CONTRIBUTING);
    }
    return violation;
  }
}
