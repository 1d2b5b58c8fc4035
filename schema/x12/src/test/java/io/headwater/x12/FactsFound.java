package io.headwater.x12;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.x12.OpenFilesTest.Row;
import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.X12File.Transaction;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.record.EligibilityResponse;
import io.headwater.x12.record.PaymentLine;
import io.headwater.x12.record.Remittance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds what was read to what another found. */
final class FactsFound {
  private final List<String> deviations;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> seen = new TreeMap<>();
  private String where;

  FactsFound(List<String> deviations) {
    this.deviations = deviations;
  }

  String figures() {
    return counts.toString();
  }

  void compare(String file, List<Row> rows, X12File read) {
    where = file;
    seen.clear();
    var facts = rows.getFirst().fields();
    same("interchanges", facts.get("interchanges").asInt(), read.summary().interchanges());
    same("transactions", facts.get("transactions").asInt(), read.summary().transactions());
    same("segments", facts.get("segments").asLong(), read.summary().segments());
    var sets = rows.stream().filter(r -> r.kind().equals("TX")).toList();
    var payments = rows.stream().filter(r -> r.kind().equals("PAYMENT")).toList();
    var heads = Stream.concat(sets.stream(), payments.stream()).toList();
    same("sets listed", heads.size(), read.transactions().size());
    acknowledgments(
        rows.stream().filter(r -> r.kind().equals("TA1")).toList(), read.acknowledgments());
    for (var transaction : read.transactions()) {
      transaction(rows, transaction);
    }
  }

  private void transaction(List<Row> rows, Transaction transaction) {
    var header = transaction.result().header();
    var isa = String.valueOf(header.interchange().ordinal());
    var mine =
        nth(
            rows.stream()
                .filter(
                    r ->
                        r.isa().equals(isa)
                            && r.set().equals(Objects.toString(header.controlNumber(), ""))
                            && header
                                .group()
                                .map(g -> r.group().equals(Objects.toString(g.controlNumber(), "")))
                                .orElse(true))
                .toList(),
            isa
                + "/"
                + header.group().map(FunctionalGroup::controlNumber)
                + "/"
                + header.controlNumber());
    where = rows.getFirst().file() + " " + isa + "/" + header.controlNumber();
    count("listed");
    for (var row : mine) {
      if (row.kind().equals("TX")) {
        var version = row.fields().path("version").asText(row.fields().path("type").asText());
        same("version", version, header.version());
        if (row.fields().has("segments")) {
          same(
              "segments of the set",
              row.fields().get("segments").asInt(),
              transaction.result().segments());
        }
      }
    }
    if (transaction.result().status() == Status.QUARANTINED) {
      count("quarantined");
      return;
    }
    switch (header.set()) {
      case "837" -> claims(only(mine, "CLM"), all(transaction, Claim.class));
      case "835" -> {
        payments(only(mine, "CLP"), all(transaction, ClaimPayment.class));
        remittances(only(mine, "PAYMENT"), all(transaction, Remittance.class));
      }
      case "270" -> inquiries(only(mine, "TX"), all(transaction, EligibilityInquiry.class));
      case "271" -> responses(only(mine, "TX"), all(transaction, EligibilityResponse.class));
      case "277" -> statuses(only(mine, "TX"), all(transaction, Acknowledgment.class));
      case "278" -> authorizations(only(mine, "TX"), all(transaction, Authorization.class));
      case "999" -> answers(only(mine, "TX"), all(transaction, Acknowledgment.class));
      default -> {}
    }
  }

  private void claims(List<Row> rows, List<Claim> claims) {
    same("claims", rows.size(), claims.size());
    for (var i = 0; i < Math.min(rows.size(), claims.size()); i++) {
      var row = rows.get(i).fields();
      var claim = claims.get(i);
      count("CLM");
      same("CLM01", rows.get(i).key(), text(claim.controlNumber()));
      amount("CLM02", row.get("charge"), claim.totalCharge());
      same("place", row.get("pos").asText(), text(claim.placeOfService()));
      same("frequency", row.get("freq").asText(), text(claim.frequency()));
      same("F8", row.get("orig_ref").asText(), text(claim.originalReference()));
      same("G1", row.get("prior_auth").asText(), text(claim.authorizationNumber()));
      same("9F", row.get("referral").asText(), text(claim.referralNumber()));
      same("rendering", row.get("rendering_npi").asText(), text(claim.renderingNpi()));
      same("supervising", row.get("supervising").asText(), text(claim.supervisingNpi()));
      same("referring", row.get("referring").asText(), text(claim.referringNpi()));
      same("facility", row.get("facility").asText(), text(claim.facilityNpi()));
      same("payer id", row.at("/payer/id").asText(), text(claim.payerId()));
      same("payer", row.at("/payer/name").asText(), text(claim.payerName()));
      same("billing", row.get("billing_npi").asText(), text(claim.billingNpi()));
      same("tax", row.at("/billing/taxid").asText(), text(claim.billingTaxIdentifier()));
      same("taxonomy", row.at("/billing/taxonomy").asText(), text(claim.billingTaxonomy()));
      same("member", row.at("/subscriber/id").asText(), text(claim.memberId()));
      same("group", row.at("/subscriber/group").asText(), text(claim.groupNumber()));
      same("rank", row.at("/subscriber/resp").asText(), text(claim.payerRank()));
      same("filing", row.at("/subscriber/filing").asText(), text(claim.filingIndicator()));
      var patient = row.get("patient").isNull() ? row.get("subscriber") : row.get("patient");
      same(
          "last",
          patient.path("last").asText(),
          claim.patientName() == null ? "" : text(claim.patientName().last()));
      same(
          "first",
          patient.path("first").asText(),
          claim.patientName() == null ? "" : text(claim.patientName().first()));
      same("born", patient.path("dob").asText(), day(claim.birthDate()));
      same("sex", patient.path("sex").asText(), text(claim.sex()));
      var diagnoses =
          row.get("dx")
              .valueStream()
              .map(d -> d.get(1).asText())
              .filter(d -> !d.isEmpty())
              .toList();
      same("diagnoses", diagnoses, claim.diagnoses());
      same("lines", row.get("line_count").asInt(), claim.lines().size());
      same("other payers", row.get("cob").size(), claim.otherPayers().size());
      for (var n = 0; n < Math.min(row.get("lines").size(), claim.lines().size()); n++) {
        var line = claim.lines().get(n);
        var found = row.get("lines").get(n);
        same("LX", found.get("lx").asText(), text(line.number()));
        same("procedure", found.get("proc").asText(), text(line.procedure()));
        same(
            "modifiers",
            found.get("mods").valueStream().map(JsonNode::asText).toList(),
            line.modifiers());
        amount("charge", found.get("charge"), line.charge());
        amount("units", found.get("units"), line.units());
        same("line place", found.get("pos").asText(), text(line.placeOfService()));
        same(
            "pointers",
            found.get("ptr").valueStream().map(JsonNode::asText).toList(),
            line.diagnosisPointers());
        same("control", found.get("ctl").asText(), text(line.lineControl()));
        same("line rendering", found.get("rendering").asText(), text(line.renderingNpi()));
        var last = line.serviceDateEnd() == null ? "" : "-" + day(line.serviceDateEnd());
        same("served", found.get("dos").asText(), day(line.serviceDate()) + last);
      }
    }
  }

  private void payments(List<Row> rows, List<ClaimPayment> payments) {
    same("payments", rows.size(), payments.size());
    for (var i = 0; i < Math.min(rows.size(), payments.size()); i++) {
      var row = rows.get(i).fields();
      var paid = payments.get(i);
      count("CLP");
      same("CLP01", rows.get(i).key(), text(paid.controlNumber()));
      same("CLP02", row.get("status").asText(), text(paid.status()));
      amount("CLP03", row.get("charge"), paid.charge());
      amount("CLP04", row.get("paid"), paid.paid());
      amount("CLP05", row.get("pat_resp"), paid.patientResponsibility());
      same("CLP06", row.get("filing").asText(), text(paid.filingIndicator()));
      same("CLP07", row.get("payer_ctl").asText(), text(paid.payerControlNumber()));
      same("CLP08", row.get("facility").asText(), text(paid.facilityCode()));
      same("CLP09", row.get("freq").asText(), text(paid.frequency()));
      same("balanced", row.get("claim_balances").asBoolean(), paid.balanced());
      same("patient", row.at("/patient/2").asText(), text(paid.patientId()));
      same("rendering", row.get("rendering").asText(), text(paid.renderingNpi()));
      same("crossover", row.get("crossover").asText(), text(paid.crossoverName()));
      same("F8", row.get("orig_ref").asText(), text(paid.originalReference()));
      same(
          "corrected",
          row.at("/corrected/2").asText(),
          paid.corrected() == null ? "" : text(paid.corrected().memberId()));
      same(
          "remarks",
          row.get("remarks").valueStream().map(JsonNode::asText).toList(),
          paid.remarks());
      adjustments("claim CAS", row.get("claim_cas"), paid.adjustments());
      same("lines", row.get("line_count").asInt(), paid.lines().size());
      for (var n = 0; n < Math.min(row.get("lines").size(), paid.lines().size()); n++) {
        line(row.get("lines").get(n), paid.lines().get(n));
      }
    }
  }

  private void line(JsonNode found, PaymentLine line) {
    same("SVC01", found.get("proc").asText(), text(line.procedure()));
    same(
        "modifiers",
        found.get("mods").valueStream().map(JsonNode::asText).toList(),
        line.modifiers());
    amount("SVC02", found.get("charge"), line.charge());
    amount("SVC03", found.get("paid"), line.paid());
    amount("SVC05", found.get("units"), line.units());
    same("6R", found.get("ctl").asText(), text(line.lineControl()));
    same("LQ", found.get("rarc").valueStream().map(JsonNode::asText).toList(), line.remarks());
    adjustments("line CAS", found.get("cas"), line.adjustments());
    var dates = found.get("dos");
    same("DTM", dates.isEmpty() ? "" : dates.get(0).get(1).asText(), day(line.serviceDate()));
  }

  private void remittances(List<Row> rows, List<Remittance> remittances) {
    same("remittances", rows.size(), remittances.size());
    for (var i = 0; i < Math.min(rows.size(), remittances.size()); i++) {
      var row = rows.get(i).fields();
      var remittance = remittances.get(i);
      count("PAYMENT");
      same("TRN02", rows.get(i).key(), text(remittance.traceNumber()));
      amount("BPR02", row.get("bpr_amount"), remittance.paymentAmount());
      same("BPR03", row.get("credit_debit").asText(), text(remittance.creditDebit()));
      same("BPR04", row.get("method").asText(), text(remittance.method()));
      same("TRN03", row.get("originator").asText(), text(remittance.originator()));
      if (!row.get("effective").asText().equals("20002316")) {
        same("BPR16", row.get("effective").asText(), day(remittance.paymentDate()));
      }
      same("claims", row.get("claims").asInt(), remittance.claims());
      same("balances", row.get("balances").asBoolean(), remittance.balanced());
      same("payer", row.at("/payer/name").asText(), text(remittance.payerName()));
      same("payee", row.at("/payee/name").asText(), text(remittance.payeeName()));
      same("PLB", row.get("plb").size(), remittance.providerAdjustments().size());
      for (var n = 0;
          n < Math.min(row.get("plb").size(), remittance.providerAdjustments().size());
          n++) {
        var found = row.get("plb").get(n);
        var adjustment = remittance.providerAdjustments().get(n);
        same("PLB03-1", found.get(2).asText(), text(adjustment.code()));
        same("PLB03-2", found.get(3).asText(), text(adjustment.reference()));
        amount("PLB04", found.get(4), adjustment.amount());
      }
    }
  }

  private void inquiries(List<Row> rows, List<EligibilityInquiry> inquiries) {
    count("270");
    var row = rows.getFirst().fields();
    same(
        "EQ",
        row.get("eq").valueStream().map(JsonNode::asText).toList(),
        inquiries.stream().flatMap(i -> i.serviceTypes().stream()).toList());
    same(
        "TRN",
        row.at("/trn/0/1").asText(),
        inquiries.isEmpty() ? "" : text(inquiries.getFirst().inquiryId()));
  }

  private void responses(List<Row> rows, List<EligibilityResponse> responses) {
    count("271");
    var row = rows.getFirst().fields();
    same(
        "EB",
        row.get("eb")
            .valueStream()
            .map(e -> e.get(0).asText() + "/" + e.get(1).asText() + "/" + e.get(4).asText())
            .toList(),
        responses.stream()
            .flatMap(r -> r.benefits().stream())
            .map(
                b -> text(b.information()) + "/" + text(b.coverageLevel()) + "/" + text(b.period()))
            .toList());
    same(
        "AAA",
        row.get("aaa").valueStream().map(a -> a.get(1).asText()).toList(),
        responses.stream().flatMap(r -> r.rejectReasons().stream()).toList());
  }

  private void statuses(List<Row> rows, List<Acknowledgment> statuses) {
    count("277");
    var row = rows.getFirst().fields();
    var found = row.get("stc").valueStream().map(s -> s.get(0).asText().split("[:>]")[0]).toList();
    var read =
        statuses.stream().flatMap(s -> s.statuses().stream()).map(s -> text(s.category())).toList();
    if (row.get("version").asText().startsWith("005010X214")) {
      found = runs(found);
      read = runs(read);
      found = found.subList(Math.max(0, found.size() - read.size()), found.size());
    }
    same("STC", found, read);
  }

  private void authorizations(List<Row> rows, List<Authorization> authorizations) {
    count("278");
    var row = rows.getFirst().fields();
    var number = row.at("/hcr/0/1").asText();
    same(
        "HCR02",
        number,
        authorizations.isEmpty() || number.isEmpty()
            ? number
            : text(authorizations.getFirst().number()));
    same(
        "UM01",
        row.at("/um/0/0").asText(),
        authorizations.isEmpty() ? "" : text(authorizations.getFirst().requestCategory()));
    same(
        "UM02",
        row.at("/um/0/1").asText(),
        authorizations.isEmpty() ? "" : text(authorizations.getFirst().certification()));
    var trace = row.at("/trn/0/1").asText();
    same(
        "TRN02",
        trace,
        authorizations.isEmpty() || trace.isEmpty()
            ? trace
            : text(authorizations.getFirst().authorizationId()));
  }

  private void answers(List<Row> rows, List<Acknowledgment> answers) {
    count("999");
    var row = rows.getFirst().fields();
    same(
        "AK202",
        row.get("ak2").valueStream().map(a -> a.get(1).asText()).toList(),
        answers.stream().map(a -> text(a.transaction())).toList());
    same(
        "IK501",
        row.get("ik5").valueStream().map(a -> a.get(0).asText()).toList(),
        answers.stream().map(a -> text(a.category())).toList());
  }

  private void acknowledgments(List<Row> rows, List<ReadRecord> read) {
    same("TA1", rows.size(), read.size());
    for (var i = 0; i < Math.min(rows.size(), read.size()); i++) {
      count("TA1");
      var acknowledgment = (Acknowledgment) read.get(i).record();
      same("TA101", rows.get(i).key(), text(acknowledgment.interchange()));
      same("TA104", rows.get(i).fields().get("ack").asText(), text(acknowledgment.category()));
      same("TA105", rows.get(i).fields().get("note").asText(), text(acknowledgment.status()));
    }
  }

  private void adjustments(String what, JsonNode found, List<Adjustment> adjustments) {
    same(
        what,
        found
            .valueStream()
            .map(c -> c.get(0).asText() + c.get(1).asText() + "=" + plain(c.get(2).asText()))
            .toList(),
        adjustments.stream()
            .map(a -> text(a.group()) + text(a.reason()) + "=" + plain(a.amount().toPlainString()))
            .toList());
  }

  private void amount(String what, JsonNode found, BigDecimal read) {
    same(what, plain(found.asText()), read == null ? "" : plain(read.toPlainString()));
  }

  private static String plain(String amount) {
    return amount.isEmpty() ? "" : new BigDecimal(amount).stripTrailingZeros().toPlainString();
  }

  private void same(String what, Object found, Object read) {
    if (!Objects.equals(found, read)) {
      deviations.add(where + ": " + what + ": found " + found + ", read " + read);
    }
  }

  private void count(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  private static List<Row> only(List<Row> rows, String kind) {
    return rows.stream().filter(r -> r.kind().equals(kind)).toList();
  }

  /**
   * The rows of the set at hand, where several of an interchange carry the same numbers; each ends
   * with its head.
   */
  private List<Row> nth(List<Row> rows, String set) {
    var number = seen.merge(set, 1, Integer::sum);
    var start = 0;
    for (var i = 0; i < rows.size(); i++) {
      if (rows.get(i).kind().equals("TX") || rows.get(i).kind().equals("PAYMENT")) {
        if (--number == 0) {
          return rows.subList(start, i + 1);
        }
        start = i + 1;
      }
    }
    return List.of();
  }

  private static List<String> runs(List<String> values) {
    var runs = new ArrayList<String>();
    for (var value : values) {
      if (runs.isEmpty() || !runs.getLast().equals(value)) {
        runs.add(value);
      }
    }
    return runs;
  }

  private static <T> List<T> all(Transaction transaction, Class<T> type) {
    return transaction.records().stream()
        .map(ReadRecord::record)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String day(LocalDate value) {
    return value == null ? "" : value.toString().replace("-", "");
  }
}
