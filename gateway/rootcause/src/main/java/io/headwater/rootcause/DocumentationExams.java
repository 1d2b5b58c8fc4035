package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Set;

/** Whether the note, the plan and the statements of necessity are what the payer asks for. */
final class DocumentationExams {
  static final String[] RECORDS = {
    "252", "226", "148", "163", "164", "250", "251", "N706", "N705", "N710", "N709", "N393", "N394",
    "M127", "N237", "N42", "N731", "N714", "N716"
  };
  static final String[] NECESSITY = {
    "50", "N661", "N115", "N386", "55", "56", "216", "B8", "N163", "N180"
  };

  /** Remarks on the record that speak of the level where the reason does, else of necessity. */
  private static final String[] UNSUPPORTED = {"N163", "N180"};

  private final World w;
  private final Reported reported;
  private final Findings out;

  /** Whether the payer questions that the service was necessary, and not how long it took. */
  static boolean necessity(Reported reported) {
    return reported.says("50", "N661", "N115", "N386", "55", "56", "216", "B8")
        || reported.says(UNSUPPORTED) && !reported.says("150", "151", "152");
  }

  private DocumentationExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    if (!w.dossier.answered(Owner.CLAIMS)) {
      for (var cause : Cause.values()) {
        if (cause.code().startsWith("DOC.")) {
          out.cannotTest(cause, Owner.CLAIMS.name());
        }
      }
      return;
    }
    var exams = new DocumentationExams(w, reported, out);
    RecordsExams.examine(w, reported, out);
    if (w.encounter == null) {
      exams.noEncounter();
      return;
    }
    exams.note();
    exams.plan();
    exams.necessity();
  }

  private void noEncounter() {
    if (reported.says(RECORDS)
        || reported.says(NECESSITY)
        || reported.says("150", "152", "112", "B12")) {
      for (var cause :
          Set.of(
              Cause.DOC_NOTE_UNSIGNED,
              Cause.DOC_NOTE_LATE,
              Cause.DOC_TIME_NOT_DOCUMENTED,
              Cause.DOC_TX_PLAN_EXPIRED,
              Cause.DOC_MED_NECESSITY_LANGUAGE)) {
        out.cannotTest(cause, "the encounter");
      }
    }
  }

  private Recorded<PayerPolicy> policy(
      java.util.function.Predicate<io.headwater.rootcause.fact.PolicyRule> asks) {
    for (var line : w.lines) {
      var policy =
          w.policies.one(
              w.payerId,
              "DOCUMENTATION",
              line.serviceDate(),
              r -> Policies.covers(r, line.procedure()) && asks.test(r));
      if (policy != null) {
        return policy;
      }
    }
    return null;
  }

  private void note() {
    var note = w.encounter.fact().note();
    var rule = policy(r -> Boolean.TRUE.equals(r.signedBeforeSubmission()));
    if (note == null || note.status() == null) {
      if (reported.says(RECORDS) || reported.says("112", "B12")) {
        out.cannotTest(Cause.DOC_NOTE_UNSIGNED, "the state of the note");
      }
      return;
    }
    if ("UNSIGNED".equals(note.status())) {
      var violation =
          new Violation(Cause.DOC_NOTE_UNSIGNED, 0, "B12", "The note of the visit is not signed.")
              .cites(
                  confirms(w.encounter, w.dos, "The note stands unsigned."),
                  confirms(rule, w.dos, "The payer wants it signed before submission."))
              .cure(
                  Kind.REMEDY,
                  "documentation.noteSigned",
                  "unsigned",
                  "signed",
                  x -> Cured.of(x, Cause.DOC_NOTE_UNSIGNED));
      violation.denies =
          rule != null || reported.says(RECORDS) || reported.says("112", "B12", "50", "16", "N661");
      out.violated(violation);
      return;
    }
    var signed = w.day(note.signedAt());
    out.refute(
        Cause.DOC_NOTE_UNSIGNED,
        "The note is signed.",
        refutes(w.encounter, w.dos, "Signed " + (signed == null ? "" : signed + ".")));
    if (signed == null || w.submittedOn == null) {
      return;
    }
    var first = w.submissions.isEmpty() ? w.submittedOn : submitted(0);
    if (rule != null && signed.isAfter(first)) {
      var late =
          new Violation(
                  Cause.DOC_NOTE_LATE,
                  0,
                  "B12",
                  "The note was signed on "
                      + signed
                      + ", "
                      + ChronoUnit.DAYS.between(w.dos, signed)
                      + " days after the visit and after the claim was sent.")
              .cites(
                  confirms(w.encounter, w.dos, "Signed " + signed + "."),
                  confirms(rule, w.dos, "The payer wants it signed before submission."),
                  confirms(w.claim, w.dos, "Sent " + first + "."))
              .cure(
                  Kind.PREVENTION,
                  "documentation.signedAt",
                  signed.toString(),
                  "before submission",
                  x -> Cured.of(x, Cause.DOC_NOTE_LATE));
      late.denies = reported.says("112", "B12");
      out.violated(late);
    } else if (!reported.says("29")) {
      out.refute(
          Cause.DOC_NOTE_LATE,
          "The note was signed before the claim was sent.",
          refutes(w.encounter, w.dos, "Signed " + signed + ", sent " + first + "."));
    }
  }

  private LocalDate submitted(int index) {
    var s = w.submissions.get(index);
    return s.fact().submittedOn() == null ? w.day(s.recordedAt()) : s.fact().submittedOn();
  }

  private void plan() {
    var plan = w.encounter.fact().treatmentPlan();
    var rule = policy(r -> Boolean.TRUE.equals(r.treatmentPlan()));
    if (plan == null || plan.expires() == null) {
      if (reported.says("M135", "N238") || rule != null && reported.says(NECESSITY)) {
        out.cannotTest(Cause.DOC_TX_PLAN_EXPIRED, "the treatment plan");
      }
      return;
    }
    if (plan.expires().isBefore(w.dos)) {
      var violation =
          new Violation(
                  Cause.DOC_TX_PLAN_EXPIRED,
                  0,
                  "50",
                  "The treatment plan had expired on " + plan.expires() + ".")
              .remark("N238")
              .cites(
                  confirms(w.encounter, w.dos, "The plan held until " + plan.expires() + "."),
                  confirms(rule, w.dos, "The payer wants a current plan."))
              .cure(
                  Kind.PREVENTION,
                  "documentation.treatmentPlan",
                  plan.expires().toString(),
                  w.dos.toString(),
                  x -> Cured.of(x, Cause.DOC_TX_PLAN_EXPIRED));
      violation.origin = new Origin(plan.expires(), Owner.CLAIMS, "The plan expired.");
      violation.denies =
          reported.says(NECESSITY)
              || reported.says(RECORDS)
              || reported.says("M135", "N238", "16", "B12", "112");
      out.violated(violation);
    } else {
      out.refute(
          Cause.DOC_TX_PLAN_EXPIRED,
          "The treatment plan was current.",
          refutes(w.encounter, w.dos, "It holds until " + plan.expires() + "."));
    }
  }

  private void necessity() {
    var n = w.encounter.fact().necessity();
    var coded = reported.says(NECESSITY);
    if (n == null) {
      if (coded || reported.says(RECORDS) || reported.says("150", "151", "152")) {
        out.cannotTest(
            Cause.DOC_MED_NECESSITY_LANGUAGE,
            "what the note states of medical necessity; it was never reviewed");
      }
      return;
    }
    var rule =
        policy(r -> r.measureWithinDays() != null || Boolean.TRUE.equals(r.functionalImpairment()));
    var missing = new ArrayList<String>();
    var within = rule == null ? null : rule.fact().rule().measureWithinDays();
    if (within != null
        && n.measures().stream()
            .noneMatch(
                m ->
                    m.takenOn() != null
                        && !m.takenOn().isAfter(w.dos)
                        && ChronoUnit.DAYS.between(m.takenOn(), w.dos) <= within)) {
      missing.add("a measure within " + within + " days");
    }
    if (Boolean.FALSE.equals(n.functionalImpairmentStated())
        && (rule == null || Boolean.TRUE.equals(rule.fact().rule().functionalImpairment()))) {
      missing.add("functional impairment");
    }
    if (Boolean.FALSE.equals(n.payerCriteriaStated())) {
      missing.add("the payer's criteria");
    }
    var half =
        n.payerCriteriaStated() == null
            || n.functionalImpairmentStated() == null
                && rule != null
                && Boolean.TRUE.equals(rule.fact().rule().functionalImpairment());
    if (missing.isEmpty() && half) {
      out.cannotTest(
          Cause.DOC_MED_NECESSITY_LANGUAGE, "all of what the note states of medical necessity");
      return;
    }
    if (missing.isEmpty()) {
      out.refute(
          Cause.DOC_MED_NECESSITY_LANGUAGE,
          "The note states what the payer asks for.",
          refutes(w.encounter, w.dos, "Impairment and criteria are stated."),
          refutes(rule, w.dos, "The payer's rule is met."));
      return;
    }
    var violation =
        new Violation(
                Cause.DOC_MED_NECESSITY_LANGUAGE,
                0,
                "50",
                "The note does not state " + String.join(" and ", missing) + ".")
            .remark("N661")
            .cites(
                confirms(w.encounter, w.dos, "Not stated: " + String.join(", ", missing) + "."),
                confirms(rule, w.dos, "The payer's rule asks for it."))
            .cure(
                Kind.PREVENTION,
                "documentation.necessity",
                "not stated",
                "stated in the payer's language",
                x -> Cured.of(x, Cause.DOC_MED_NECESSITY_LANGUAGE));
    violation.denies = coded || reported.says(RECORDS);
    out.violated(violation);
  }
}
