package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.vocabulary.Cause;

/** Whether the payer pays the clinician's license level for the service. */
final class ProviderTypeExams {

  private final World w;
  private final Findings out;

  private ProviderTypeExams(World w, Findings out) {
    this.w = w;
    this.out = out;
  }

  static void examine(World w, Findings out) {
    new ProviderTypeExams(w, out).providerType();
  }

  private void providerType() {
    var level = w.licenseLevel();
    var rendering = w.provider(w.renderingNpi);
    var billedLevel = rendering == null ? level : rendering.fact().licenseLevel();
    if (billedLevel == null) {
      return;
    }
    for (var line : w.lines) {
      var policy =
          w.policies.one(
              w.payerId,
              "PROVIDER_TYPE",
              line.serviceDate(),
              r -> r.licenseLevels().contains(billedLevel) && Policies.covers(r, line.procedure()));
      var others =
          w.policies.inForce(
              w.payerId,
              "PROVIDER_TYPE",
              line.serviceDate(),
              r -> Policies.covers(r, line.procedure()));
      if (policy == null && !others.isEmpty()) {
        out.refute(
            Cause.CRED_PROVIDER_TYPE_NOT_ALLOWED,
            "The payer's rule speaks of other license levels.",
            refutes(others.getFirst(), w.dos, billedLevel + " is not named."));
      }
      if (policy != null && Boolean.FALSE.equals(policy.fact().rule().allowed())) {
        out.violated(
            new Violation(
                    Cause.CRED_PROVIDER_TYPE_NOT_ALLOWED,
                    line.number(),
                    "170",
                    "The payer does not pay this license level ("
                        + billedLevel
                        + ") for the service.")
                .remark("N95")
                .cites(
                    confirms(policy, w.dos, "The rule excludes " + billedLevel + "."),
                    confirms(rendering, w.dos, "The clinician is " + billedLevel + "."))
                .cure(
                    Kind.PREVENTION,
                    "schedule.npi",
                    billedLevel,
                    "a clinician whom the payer accepts",
                    x -> Cured.of(x, Cause.CRED_PROVIDER_TYPE_NOT_ALLOWED)));
      } else if (policy != null) {
        out.refute(
            Cause.CRED_PROVIDER_TYPE_NOT_ALLOWED,
            "The payer accepts the license level.",
            refutes(policy, w.dos, billedLevel + " is allowed."));
      }
    }
  }
}
