package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.DateRange;
import io.headwater.vocabulary.Owner;
import java.util.Objects;

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
    var priced = agreed == null ? null : priced(w, agreed);
    if (priced != null) {
      out.refute(
          Cause.CRED_CONTRACT_NOT_LOADED,
          "The payer priced the same service of the same clinician by this contract.",
          refutes(priced, w.dos, "Allowed as contracted for another visit."),
          refutes(agreed.schedule(), w.dos, "The contracted rate in force."));
      return;
    }
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

  /**
   * An answer to another claim of the same clinician in which the payer allowed what the contract
   * in force names, so that it must have it; or null.
   */
  private static Recorded<ClaimPayment> priced(World w, Contract.Agreed agreed) {
    for (var sibling : w.siblings) {
      if (!Objects.equals(sibling.fact().payerId(), w.payerId)
          || !Objects.equals(sibling.fact().renderingNpi(), w.renderingNpi)) {
        continue;
      }
      var answers = PaymentOrder.of(w.dossier.claimPayments(), sibling.fact().controlNumber());
      var standing = Settlement.of(w, answers).standing();
      if (standing != null
          && standing.fact().lines().stream().anyMatch(line -> byContract(w, agreed, line))) {
        return standing;
      }
    }
    return null;
  }

  private static boolean byContract(World w, Contract.Agreed agreed, PaymentLine line) {
    var allowed = Ledger.denies(line) ? null : Underpayment.allowed(line);
    var schedule = agreed.schedule().fact();
    return allowed != null
        && line.serviceDate() != null
        && new DateRange(schedule.effective(), schedule.termination()).contains(line.serviceDate())
        && w.lines.stream()
            .anyMatch(
                l ->
                    Objects.equals(l.procedure(), line.procedure())
                        && Contract.allowed(agreed, l.units()).compareTo(allowed) == 0);
  }
}
