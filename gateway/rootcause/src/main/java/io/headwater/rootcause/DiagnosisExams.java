package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import java.util.List;
import java.util.Locale;

/** Whether the diagnosis billed is one that was noted, valid and covered for the service. */
final class DiagnosisExams {
  private final World w;
  private final Reported reported;
  private final Findings out;

  private DiagnosisExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    var exams = new DiagnosisExams(w, reported, out);
    for (var line : w.lines) {
      if (!w.inQuestion(line)) {
        continue;
      }
      exams.covered(line);
    }
    exams.noted();
  }

  private void covered(BilledLine line) {
    if (line.diagnoses().isEmpty()) {
      return;
    }
    var principal = line.diagnoses().getFirst();
    for (var rule :
        w.policies.every(
            w.payerId,
            "DIAGNOSIS",
            line.serviceDate(),
            r -> Policies.covers(r, line.procedure()))) {
      if (pays(rule, principal)) {
        out.refute(
            Cause.CODE_DX_NOT_COVERED,
            "The payer covers the diagnosis.",
            refutes(rule, w.dos, "The diagnosis lies in the covered list."));
        out.refute(
            Cause.CODE_DX_PROC,
            "The diagnosis goes with the service.",
            refutes(rule, w.dos, "The diagnosis lies in the covered list."));
        continue;
      }
      var excluded =
          rule.fact().rule().excludedDiagnoses().stream().anyMatch(p -> begins(principal, p));
      var cause = reported.says("11") ? Cause.CODE_DX_PROC : Cause.CODE_DX_NOT_COVERED;
      var violation =
          new Violation(
                  cause,
                  line.number(),
                  cause == Cause.CODE_DX_PROC ? "11" : "167",
                  "The payer does not pay " + line.procedure() + " for the diagnosis billed first.")
              .cites(
                  confirms(
                      rule,
                      w.dos,
                      excluded
                          ? "The diagnosis is excluded."
                          : "The diagnosis is not in the covered list."),
                  confirms(w.claim, w.dos, "It is billed first on the line."));
      var noted = w.encounter == null ? List.<String>of() : w.encounter.fact().diagnoses();
      var better = noted.stream().filter(d -> pays(rule, d)).findFirst().orElse(null);
      if (better != null) {
        violation.cites(
            confirms(w.encounter, w.dos, "A covered diagnosis was noted at the visit."));
        violation.cure(
            Kind.REMEDY,
            "claim.diagnoses",
            "as billed",
            "the covered diagnosis that was noted",
            x -> LineEdits.replaceLine(x, line.number(), l -> l.withDiagnoses(List.of(better))));
      }
      PolicyChanges.link(w, out, rule, violation);
      out.violated(violation);
    }
  }

  private static boolean pays(Recorded<PayerPolicy> rule, String diagnosis) {
    var r = rule.fact().rule();
    if (r.excludedDiagnoses().stream().anyMatch(p -> begins(diagnosis, p))) {
      return false;
    }
    return r.coveredDiagnoses().isEmpty()
        || r.coveredDiagnoses().stream().anyMatch(p -> begins(diagnosis, p));
  }

  static boolean begins(String diagnosis, String prefix) {
    return plain(diagnosis).startsWith(plain(prefix).replace("*", ""));
  }

  private static String plain(String code) {
    return code.replace(".", "").toUpperCase(Locale.ROOT);
  }

  private void noted() {
    if (w.encounter == null || w.diagnoses.isEmpty() || w.encounter.fact().diagnoses().isEmpty()) {
      if (reported.says("146", "M76", "M64", "MA63", "M81", "11", "254", "255")
          && w.encounter == null) {
        out.cannotTest(Cause.CODE_DX_INVALID, "the encounter");
      }
      return;
    }
    var noted = w.encounter.fact().diagnoses();
    var principal = w.diagnoses.getFirst();
    if (noted.stream().noneMatch(d -> plain(d).equals(plain(principal)))) {
      var violation =
          new Violation(
                  Cause.CODE_DX_INVALID,
                  0,
                  "146",
                  "The diagnosis billed is not one that was noted at the visit.")
              .remark("M76")
              .cites(
                  confirms(w.encounter, w.dos, "Other diagnoses were noted."),
                  confirms(w.claim, w.dos, "The claim bills a diagnosis that was not noted."))
              .cure(
                  Kind.REMEDY,
                  "claim.diagnoses",
                  "as billed",
                  "as noted",
                  x -> {
                    x.diagnoses = noted;
                    x.lines = x.lines.stream().map(l -> l.withDiagnoses(noted)).toList();
                    return x;
                  });
      violation.denies =
          reported.says(
                  "146", "11", "167", "16", "M76", "M64", "MA63", "M81", "50", "96", "A1", "254",
                  "255")
              || reported.rejected();
      out.violated(violation);
    } else {
      out.refute(
          Cause.CODE_DX_INVALID,
          "The diagnosis billed was noted at the visit.",
          refutes(w.encounter, w.dos, "The same diagnosis."));
    }
  }
}
