package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.Supervision;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.DateRange;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether a claim for supervised work has the shape the payer wants on the date of service. */
final class SupervisionExams {
  private final World w;
  private final Reported reported;
  private final Findings out;

  private SupervisionExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    new SupervisionExams(w, reported, out).shape();
  }

  private Recorded<Supervision> arrangement() {
    var treating = w.treatingNpi();
    var of =
        Latest.where(
            w.supervisions,
            s ->
                Objects.equals(s.superviseeNpi(), treating)
                    && (s.payerId() == null
                        || "*".equals(s.payerId())
                        || s.payerId().equals(w.payerId))
                    && new DateRange(s.effective(), s.termination()).contains(w.dos));
    return of.stream().filter(s -> s.fact().payerId() != null).findFirst().orElse(Latest.first(of));
  }

  /** Who supervised the visit, or null when nothing says. */
  static String supervisor(World w) {
    var exams = new SupervisionExams(w, Reported.NOTHING, new Findings());
    return exams.supervisor(exams.arrangement());
  }

  private String supervisor(Recorded<Supervision> arrangement) {
    if (w.encounter != null && w.encounter.fact().supervisorNpi() != null) {
      return w.encounter.fact().supervisorNpi();
    }
    return arrangement == null ? w.supervisingNpi : arrangement.fact().supervisorNpi();
  }

  private void shape() {
    var level = w.licenseLevel();
    if (level == null || w.claim == null || w.dos == null) {
      return;
    }
    var policy =
        w.policies.one(
            w.payerId,
            "SUPERVISION",
            w.dos,
            r -> Policies.licensed(r, level) && !r.licenseLevels().isEmpty());
    var arrangement = arrangement();
    if (policy == null) {
      if (arrangement == null && Objects.equals(w.treatingNpi(), w.renderingNpi)) {
        return;
      }
      if (arrangement != null
          && reported.says("N297", "N296", "N822", "4", "8", "185", "N290", "16")) {
        out.cannotTest(Cause.CRED_SUPERVISION_SETUP, "the payer's supervision rule");
      }
      return;
    }
    var rule = policy.fact().rule();
    if ("NOT_BILLABLE".equals(rule.shape())) {
      out.violated(
          setup(
                  policy,
                  arrangement,
                  "The payer does not pay for the work of this license level (" + level + ").",
                  "170")
              .cure(
                  Kind.PREVENTION,
                  "schedule.npi",
                  level,
                  "a clinician whom the payer accepts",
                  x -> Cured.of(x, Cause.CRED_SUPERVISION_SETUP)));
      return;
    }
    var supervisor = supervisor(arrangement);
    var changes = new ArrayList<Change>();
    var edits = new ArrayList<java.util.function.UnaryOperator<World>>();
    var bySupervisor = "SUPERVISOR_AS_RENDERING".equals(rule.shape());
    var treating = rule.shape() == null ? w.renderingNpi : w.treatingNpi();
    var wanted = bySupervisor ? supervisor : treating;
    if (wanted != null && !wanted.equals(w.renderingNpi)) {
      changes.add(new Change("claim.renderingNpi", w.renderingNpi, wanted));
      edits.add(
          x -> {
            x.renderingNpi = wanted;
            return x;
          });
    }
    var taxonomy = taxonomy(wanted);
    if (taxonomy != null
        && w.renderingTaxonomy != null
        && !taxonomy.equals(w.renderingTaxonomy)
        && (!bySupervisor || Boolean.TRUE.equals(rule.supervisorTaxonomy()))) {
      changes.add(new Change("claim.renderingTaxonomy", w.renderingTaxonomy, taxonomy));
      edits.add(
          x -> {
            x.renderingTaxonomy = taxonomy;
            return x;
          });
    }
    var modifier = rule.requiredModifier();
    if (modifier != null && w.lines.stream().anyMatch(l -> !l.has(modifier))) {
      changes.add(new Change("claim.modifiers", "as sent", "with " + modifier));
      edits.add(x -> LineEdits.addModifiers(x, null, List.of(modifier)));
    }
    var sent = w.supervisingNpi != null;
    var onClaim =
        rule.supervisorOnClaim() != null
            ? rule.supervisorOnClaim()
            : "TREATING_WITH_SUPERVISOR".equals(rule.shape());
    if (onClaim != sent && (onClaim || rule.supervisorOnClaim() != null)) {
      changes.add(
          new Change(
              "claim.supervisingNpi", sent ? "sent" : "none", onClaim ? "the supervisor" : "none"));
      edits.add(
          x -> {
            x.supervisingNpi = onClaim ? supervisor : null;
            return x;
          });
    }
    if (changes.isEmpty()) {
      out.refute(
          Cause.CRED_SUPERVISION_SETUP,
          "The claim has the shape the payer wants for supervised work.",
          refutes(policy, w.dos, "Shape " + Told.word(rule.shape()) + " as sent."));
      out.refute(
          Cause.CRED_PROVIDER_TYPE_NOT_ALLOWED,
          "The payer pays for the work of this license level under supervision.",
          refutes(policy, w.dos, "Shape " + Told.word(rule.shape()) + "."));
      return;
    }
    mismatch(policy, arrangement, changes, edits);
  }

  private String taxonomy(String npi) {
    var enrollment =
        Latest.first(
            Latest.where(
                w.enrollments,
                e ->
                    Objects.equals(e.npi(), npi)
                        && Objects.equals(e.payerId(), w.payerId)
                        && e.rosterTaxonomy() != null));
    if (enrollment != null) {
      return enrollment.fact().rosterTaxonomy();
    }
    var provider = w.provider(npi);
    return provider == null
        ? null
        : provider.fact().taxonomies().stream()
            .filter(t -> !Boolean.FALSE.equals(t.primary()))
            .map(io.headwater.rootcause.fact.Taxonomy::code)
            .findFirst()
            .orElse(null);
  }

  private void mismatch(
      Recorded<PayerPolicy> policy,
      Recorded<Supervision> arrangement,
      List<Change> changes,
      List<java.util.function.UnaryOperator<World>> edits) {
    var first = changes.getFirst().fact();
    var summary =
        "The claim does not have the shape the payer wants for supervised work: "
            + String.join(", ", changes.stream().map(Change::fact).toList())
            + ".";
    var reason = "claim.modifiers".equals(first) ? "4" : "16";
    var violation = setup(policy, arrangement, summary, reason);
    violation.remark(
        "claim.modifiers".equals(first)
            ? "N822"
            : "claim.renderingTaxonomy".equals(first)
                ? "N288"
                : "claim.supervisingNpi".equals(first) ? "N297" : "N290");
    violation.cites(
        confirms(
            w.claim,
            w.dos,
            "The claim as sent differs in "
                + String.join(", ", changes.stream().map(Change::fact).toList())
                + "."));
    if (changes.size() > 1) {
      for (int i = 0; i < changes.size(); i++) {
        var edit = edits.get(i);
        violation.cure(Kind.REMEDY, List.of(changes.get(i)), edit);
      }
    }
    violation.cure(
        Kind.REMEDY,
        List.copyOf(changes),
        x -> {
          var changed = x;
          for (var edit : edits) {
            changed = edit.apply(changed);
          }
          return changed;
        });
    if (changes.stream().anyMatch(c -> c.fact().equals("claim.renderingTaxonomy"))) {
      var rendering =
          Latest.first(
              Latest.where(
                  w.enrollments,
                  e ->
                      Objects.equals(e.npi(), w.renderingNpi)
                          && Objects.equals(e.payerId(), w.payerId)));
      violation.link(
          new Violation(
                  Cause.CRED_TAXONOMY_MISMATCH,
                  0,
                  "16",
                  "The taxonomy sent is not that of the clinician billed.")
              .remark("N288")
              .cites(
                  confirms(rendering, w.dos, "The roster holds another taxonomy."),
                  confirms(w.claim, w.dos, "The claim was sent with " + w.renderingTaxonomy + ".")),
          Role.PROXIMATE);
    }
    PolicyChanges.link(w, out, policy, violation);
    out.violated(violation);
  }

  private Violation setup(
      Recorded<PayerPolicy> policy,
      Recorded<Supervision> arrangement,
      String summary,
      String reason) {
    var violation =
        new Violation(Cause.CRED_SUPERVISION_SETUP, 0, reason, summary)
            .cites(
                confirms(
                    arrangement,
                    w.dos,
                    arrangement == null
                        ? ""
                        : "The set-up says bill as "
                            + Told.word(arrangement.fact().billAs())
                            + ", taxonomy of "
                            + Told.word(arrangement.fact().taxonomySource())
                            + ", modifier "
                            + (arrangement.fact().requiredModifier() == null
                                ? "none"
                                : arrangement.fact().requiredModifier())
                            + "."),
                confirms(
                    policy,
                    w.dos,
                    "The payer wants "
                        + Told.word(policy.fact().rule().shape())
                        + (policy.fact().rule().requiredModifier() == null
                            ? "."
                            : " with modifier " + policy.fact().rule().requiredModifier() + ".")));
    if (arrangement != null) {
      violation.origin =
          new Origin(
              w.day(arrangement.recordedAt()), Owner.CREDENTIALING, "The set-up was recorded.");
    }
    return violation;
  }
}
