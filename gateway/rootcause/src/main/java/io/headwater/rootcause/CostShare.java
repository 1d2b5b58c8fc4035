package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Refuted;
import io.headwater.vocabulary.Cause;
import java.math.BigDecimal;
import java.util.List;

/** A claim that was processed as the contract says and left to the patient, or to nobody. */
record CostShare(
    Violation violation, List<Integer> lines, BigDecimal amount, List<Refuted> refuted) {

  static CostShare of(World w, Ledger ledger) {
    var share = BigDecimal.ZERO;
    for (var line : ledger.lines) {
      for (var a : line.adjustments()) {
        if ("PR".equals(a.group())) {
          share = share.add(Ledger.zero(a.amount()));
        }
      }
    }
    if (share.signum() == 0) {
      share = Ledger.zero(ledger.standing.fact().patientResponsibility());
    }
    var numbers = ledger.lines.stream().map(Diagnosis.Line::number).toList();
    if (share.signum() == 0) {
      var contractual =
          new Violation(
                  Cause.NONE_CONTRACTUAL, 0, "45", "The whole charge is a contractual reduction.")
              .cites(confirms(ledger.standing, w.dos, "Nothing was denied and nothing is owed."));
      contractual.lines.addAll(numbers);
      contractual.lines.remove(0);
      return new CostShare(contractual, numbers, BigDecimal.ZERO.setScale(2), List.of());
    }
    var check =
        Latest.last(
            Latest.where(
                w.checks,
                c ->
                    w.payerId != null
                        && w.payerId.equals(c.payerId())
                        && !w.day(c.requestedAt()).isAfter(w.dos)));
    var remaining = check == null ? null : Contract.deductibleRemaining(check.fact());
    var violation =
        new Violation(
                Cause.NONE_PATIENT_COST_SHARE,
                0,
                "1",
                "The plan left " + Ledger.cents(share) + " to the patient; nothing was denied.")
            .cites(
                confirms(
                    ledger.standing, w.dos, "Patient responsibility " + Ledger.cents(share) + "."),
                confirms(
                    remaining == null ? null : check,
                    w.dos,
                    "The plan had answered that " + remaining + " of the deductible remained."));
    violation.lines.addAll(numbers);
    violation.lines.remove(0);
    var refuted =
        !w.dossier.unavailable().isEmpty()
            ? List.<Refuted>of()
            : List.of(
                new Refuted(
                    Cause.PAYER_PROCESSING_ERROR,
                    remaining == null
                        ? "The payer processed the claim and left the patient's share."
                        : "The deductible was open on the date of service.",
                    remaining == null
                        ? List.of(refutes(ledger.standing, w.dos, "Nothing was denied."))
                        : List.of(refutes(check, w.dos, remaining + " remained."))));
    return new CostShare(violation, numbers, Ledger.cents(share), refuted);
  }
}
