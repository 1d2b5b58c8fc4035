package io.headwater.x12;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.x12.OpenFilesTest.Row;
import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.PaymentLine;
import io.headwater.x12.record.Remittance;
import java.util.List;

/** Holds the payments that were read to what another found. */
final class PaymentsFound {
  private final Deviations held;

  PaymentsFound(Deviations held) {
    this.held = held;
  }

  void payments(List<Row> rows, List<ClaimPayment> payments) {
    held.same("payments", rows.size(), payments.size());
    for (var i = 0; i < Math.min(rows.size(), payments.size()); i++) {
      var row = rows.get(i).fields();
      var paid = payments.get(i);
      held.count("CLP");
      held.same("CLP01", rows.get(i).key(), Deviations.text(paid.controlNumber()));
      held.same("CLP02", row.get("status").asText(), Deviations.text(paid.status()));
      held.amount("CLP03", row.get("charge"), paid.charge());
      held.amount("CLP04", row.get("paid"), paid.paid());
      held.amount("CLP05", row.get("pat_resp"), paid.patientResponsibility());
      held.same("CLP06", row.get("filing").asText(), Deviations.text(paid.filingIndicator()));
      held.same("CLP07", row.get("payer_ctl").asText(), Deviations.text(paid.payerControlNumber()));
      held.same("CLP08", row.get("facility").asText(), Deviations.text(paid.facilityCode()));
      held.same("CLP09", row.get("freq").asText(), Deviations.text(paid.frequency()));
      held.same("balanced", row.get("claim_balances").asBoolean(), paid.balanced());
      held.same(
          "patient name",
          row.at("/patient/0").asText() + ", " + row.at("/patient/1").asText(),
          paid.patientName() == null
              ? ", "
              : Deviations.text(paid.patientName().last())
                  + ", "
                  + Deviations.text(paid.patientName().first()));
      held.same("patient", row.at("/patient/2").asText(), Deviations.text(paid.patientId()));
      held.same("insured", row.get("insured_id").asText(), Deviations.text(paid.insuredId()));
      held.same("rendering", row.get("rendering").asText(), Deviations.text(paid.renderingNpi()));
      held.same("crossover", row.get("crossover").asText(), Deviations.text(paid.crossoverName()));
      held.same("F8", row.get("orig_ref").asText(), Deviations.text(paid.originalReference()));
      held.same(
          "corrected",
          row.at("/corrected/2").asText(),
          paid.corrected() == null ? "" : Deviations.text(paid.corrected().memberId()));
      held.same(
          "remarks",
          row.get("remarks").valueStream().map(JsonNode::asText).toList(),
          paid.remarks());
      if (row.get("corrected").isArray()) {
        held.same(
            "corrected name",
            row.at("/corrected/0").asText() + ", " + row.at("/corrected/1").asText(),
            paid.corrected().name() == null
                ? ", "
                : Deviations.text(paid.corrected().name().last())
                    + ", "
                    + Deviations.text(paid.corrected().name().first()));
      }
      held.same(
          "lines balance",
          row.get("lines_balance").asBoolean(true),
          paid.failing().stream().noneMatch(e -> e.startsWith("line ")));
      adjustments("claim CAS", row.get("claim_cas"), paid.adjustments());
      held.same("lines", row.get("line_count").asInt(), paid.lines().size());
      for (var n = 0; n < Math.min(row.get("lines").size(), paid.lines().size()); n++) {
        line(row.get("lines").get(n), paid.lines().get(n));
      }
    }
  }

  private void line(JsonNode found, PaymentLine line) {
    held.same("SVC01", found.get("proc").asText(), Deviations.text(line.procedure()));
    held.same(
        "modifiers",
        found.get("mods").valueStream().map(JsonNode::asText).toList(),
        line.modifiers());
    held.amount("SVC02", found.get("charge"), line.charge());
    held.amount("SVC03", found.get("paid"), line.paid());
    held.amount("SVC05", found.get("units"), line.units());
    held.same(
        "revenue code",
        found.get("q").asText().equals("NU")
            ? found.get("proc").asText()
            : found.get("rev").asText(),
        Deviations.text(line.revenueCode()));
    held.same("6R", found.get("ctl").asText(), Deviations.text(line.lineControl()));
    held.same("LQ", found.get("rarc").valueStream().map(JsonNode::asText).toList(), line.remarks());
    adjustments("line CAS", found.get("cas"), line.adjustments());
    var dates = found.get("dos");
    held.same(
        "DTM",
        dates.isEmpty() ? "" : dates.get(0).get(1).asText(),
        Deviations.day(line.serviceDate()));
  }

  void remittances(List<Row> rows, List<Remittance> remittances) {
    held.same("remittances", rows.size(), remittances.size());
    for (var i = 0; i < Math.min(rows.size(), remittances.size()); i++) {
      var row = rows.get(i).fields();
      var remittance = remittances.get(i);
      held.count("PAYMENT");
      held.same("TRN02", rows.get(i).key(), Deviations.text(remittance.traceNumber()));
      held.amount("BPR02", row.get("bpr_amount"), remittance.paymentAmount());
      held.same(
          "BPR03", row.get("credit_debit").asText(), Deviations.text(remittance.creditDebit()));
      held.same("BPR01", row.get("handling").asText(), Deviations.text(remittance.handling()));
      held.amount("sum of CLP04", row.get("sum_clp_paid"), remittance.claimTotal());
      held.same(
          "payer id",
          row.at("/payer/id").asText().isEmpty()
              ? reference(row.at("/payer/refs"), "2U")
              : row.at("/payer/id").asText(),
          Deviations.text(remittance.payerId()));
      held.same(
          "payee tax",
          row.at("/payee/idq").asText().equals("FI")
              ? row.at("/payee/id").asText()
              : reference(row.at("/payee/refs"), "TJ"),
          Deviations.text(remittance.payeeTaxIdentifier()));
      held.same("BPR04", row.get("method").asText(), Deviations.text(remittance.method()));
      held.same("TRN03", row.get("originator").asText(), Deviations.text(remittance.originator()));
      if (!row.get("effective").asText().equals("20002316")) {
        held.same("BPR16", row.get("effective").asText(), Deviations.day(remittance.paymentDate()));
      }
      held.same("claims", row.get("claims").asInt(), remittance.claims());
      held.same("balances", row.get("balances").asBoolean(), remittance.balanced());
      held.same("payer", row.at("/payer/name").asText(), Deviations.text(remittance.payerName()));
      held.same(
          "payee id",
          row.at("/payee/id").asText(),
          row.at("/payee/idq").asText().equals("XX")
              ? Deviations.text(remittance.payeeNpi())
              : row.at("/payee/id").asText());
      held.same(
          "DTM405",
          row.get("production_date").asText(),
          Deviations.day(remittance.productionDate()));
      held.same("payee", row.at("/payee/name").asText(), Deviations.text(remittance.payeeName()));
      held.same("PLB", row.get("plb").size(), remittance.providerAdjustments().size());
      for (var n = 0;
          n < Math.min(row.get("plb").size(), remittance.providerAdjustments().size());
          n++) {
        var found = row.get("plb").get(n);
        var adjustment = remittance.providerAdjustments().get(n);
        held.same("PLB01", found.get(0).asText(), Deviations.text(adjustment.providerId()));
        held.same("PLB02", found.get(1).asText(), Deviations.day(adjustment.fiscalPeriodEnd()));
        held.same("PLB03-1", found.get(2).asText(), Deviations.text(adjustment.code()));
        held.same("PLB03-2", found.get(3).asText(), Deviations.text(adjustment.reference()));
        held.amount("PLB04", found.get(4), adjustment.amount());
      }
    }
  }

  private static String reference(JsonNode references, String qualifier) {
    return references
        .valueStream()
        .filter(r -> r.get(0).asText().equals(qualifier))
        .map(r -> r.get(1).asText())
        .findFirst()
        .orElse("");
  }

  private void adjustments(String what, JsonNode found, List<Adjustment> adjustments) {
    held.same(
        what,
        found
            .valueStream()
            .map(
                c ->
                    c.get(0).asText()
                        + c.get(1).asText()
                        + "="
                        + Deviations.plain(c.get(2).asText())
                        + "x"
                        + Deviations.plain(c.get(3).asText("")))
            .toList(),
        adjustments.stream()
            .map(
                a ->
                    Deviations.text(a.group())
                        + Deviations.text(a.reason())
                        + "="
                        + Deviations.plain(a.amount().toPlainString())
                        + "x"
                        + (a.quantity() == null
                            ? ""
                            : Deviations.plain(a.quantity().toPlainString())))
            .toList());
  }
}
