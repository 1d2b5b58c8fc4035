package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;

/** Whether the payer has the contract by which it should pay. */
final class ContractExams {

  private ContractExams() {}

  static void examine(World w, Reported reported, Findings out) {
    if (!reported.says("147", "256", "N448")) {
      return;
    }
    if (!w.dossier.answered(Owner.CREDENTIALING)) {
      out.cannotTest(Cause.CRED_CONTRACT_NOT_LOADED, Owner.CREDENTIALING.name());
      return;
    }
    if (!w.dossier.answered(Owner.PAYMENTS)) {
      out.cannotTest(Cause.CRED_CONTRACT_NOT_LOADED, Owner.PAYMENTS.name());
      return;
    }
    var agreed =
        w.lines.stream()
            .map(l -> w.contract.rate(w.payerId, l, w.licenseLevel()))
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
    var payment = Latest.last(w.payments);
    var violation =
        new Violation(
                Cause.CRED_CONTRACT_NOT_LOADED,
                0,
                "147",
                agreed == null
                    ? "No contracted rate is on file for the service."
                    : "The contract names a rate and the payer has not loaded it.")
            .cites(
                confirms(
                    agreed == null ? null : agreed.schedule(),
                    w.dos,
                    "The contracted rate in force."),
                confirms(payment, w.dos, "The payer reports no rate on its file."))
            .cure(
                Kind.REMEDY,
                "contract.loaded",
                "no",
                "yes",
                x -> Cured.of(x, Cause.CRED_CONTRACT_NOT_LOADED));
    out.violated(violation);
    if (agreed != null) {
      out.refute(
          Cause.PAYER_FEE_SCHEDULE_STALE,
          "The denial is not of the amount.",
          refutes(agreed.schedule(), w.dos, "A rate is in force."));
    }
  }
}
