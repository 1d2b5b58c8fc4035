package io.headwater.x12;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.x12.OpenFilesTest.Row;
import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.X12File.Transaction;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.record.EligibilityResponse;
import io.headwater.x12.record.Remittance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what was read to what another found. */
final class FactsFound {
  private final Deviations held;
  private final PaymentsFound payments;
  private final Map<String, Integer> seen = new TreeMap<>();

  FactsFound(Deviations held) {
    this.held = held;
    this.payments = new PaymentsFound(held);
  }

  void compare(String file, List<Row> rows, X12File read) {
    held.at(file);
    seen.clear();
    var facts = rows.getFirst().fields();
    held.same("interchanges", facts.get("interchanges").asInt(), read.summary().interchanges());
    held.same("transactions", facts.get("transactions").asInt(), read.summary().transactions());
    held.same("segments", facts.get("segments").asLong(), read.summary().segments());
    var sets = rows.stream().filter(r -> r.kind().equals("TX")).toList();
    var payments = rows.stream().filter(r -> r.kind().equals("PAYMENT")).toList();
    var heads = Stream.concat(sets.stream(), payments.stream()).toList();
    held.same("sets listed", heads.size(), read.transactions().size());
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
    held.at(rows.getFirst().file() + " " + isa + "/" + header.controlNumber());
    held.count("listed");
    for (var row : mine) {
      if (row.kind().equals("TX")) {
        var version = row.fields().path("version").asText(row.fields().path("type").asText());
        held.same("version", version, header.version());
        if (row.fields().has("segments")) {
          held.same(
              "segments of the set",
              row.fields().get("segments").asInt(),
              transaction.result().segments());
        }
      }
    }
    if (transaction.result().status() == Status.QUARANTINED) {
      held.count("quarantined");
      return;
    }
    switch (header.set()) {
      case "837" -> {
        claims(only(mine, "CLM"), all(transaction, Claim.class));
        batch(only(mine, "TX"), all(transaction, Claim.class));
      }
      case "835" -> {
        payments.payments(only(mine, "CLP"), all(transaction, ClaimPayment.class));
        payments.remittances(only(mine, "PAYMENT"), all(transaction, Remittance.class));
      }
      case "270" -> inquiries(only(mine, "TX"), all(transaction, EligibilityInquiry.class));
      case "276" -> asked(only(mine, "TX"), all(transaction, ClaimStatusInquiry.class));
      case "271" -> responses(only(mine, "TX"), all(transaction, EligibilityResponse.class));
      case "277" -> statuses(only(mine, "TX"), all(transaction, Acknowledgment.class));
      case "278" -> authorizations(only(mine, "TX"), all(transaction, Authorization.class));
      case "999" -> answers(only(mine, "TX"), all(transaction, Acknowledgment.class));
      default -> {}
    }
  }

  /** The set as a whole: how many claims, what they come to, and its batch. */
  private void batch(List<Row> rows, List<Claim> claims) {
    held.count("837");
    var row = rows.getFirst().fields();
    held.same("claims of the set", row.get("claims").asInt(), claims.size());
    held.amount(
        "charges of the set",
        row.get("sum_charges"),
        claims.stream().map(Claim::totalCharge).reduce(BigDecimal.ZERO, BigDecimal::add));
    if (!claims.isEmpty()) {
      held.same(
          "BHT03",
          row.get("bht").path(3).asText(""),
          Deviations.text(claims.getFirst().transmission().batch()));
    }
  }

  private void claims(List<Row> rows, List<Claim> claims) {
    held.same("claims", rows.size(), claims.size());
    for (var i = 0; i < Math.min(rows.size(), claims.size()); i++) {
      var row = rows.get(i).fields();
      var claim = claims.get(i);
      held.count("CLM");
      held.same("CLM01", rows.get(i).key(), Deviations.text(claim.controlNumber()));
      held.amount("CLM02", row.get("charge"), claim.totalCharge());
      held.same("place", row.get("pos").asText(), Deviations.text(claim.placeOfService()));
      held.same("frequency", row.get("freq").asText(), Deviations.text(claim.frequency()));
      held.same("F8", row.get("orig_ref").asText(), Deviations.text(claim.originalReference()));
      held.same("G1", row.get("prior_auth").asText(), Deviations.text(claim.authorizationNumber()));
      held.same("9F", row.get("referral").asText(), Deviations.text(claim.referralNumber()));
      held.same(
          "rendering", row.get("rendering_npi").asText(), Deviations.text(claim.renderingNpi()));
      held.same(
          "supervising", row.get("supervising").asText(), Deviations.text(claim.supervisingNpi()));
      held.same("referring", row.get("referring").asText(), Deviations.text(claim.referringNpi()));
      held.same("facility", row.get("facility").asText(), Deviations.text(claim.facilityNpi()));
      held.same("payer id", row.at("/payer/id").asText(), Deviations.text(claim.payerId()));
      held.same("payer", row.at("/payer/name").asText(), Deviations.text(claim.payerName()));
      held.same("billing", row.get("billing_npi").asText(), Deviations.text(claim.billingNpi()));
      held.same(
          "tax", row.at("/billing/taxid").asText(), Deviations.text(claim.billingTaxIdentifier()));
      held.same(
          "taxonomy",
          row.at("/billing/taxonomy").asText(),
          Deviations.text(claim.billingTaxonomy()));
      held.same("member", row.at("/subscriber/id").asText(), Deviations.text(claim.memberId()));
      held.same(
          "group", row.at("/subscriber/group").asText(), Deviations.text(claim.groupNumber()));
      held.same("rank", row.at("/subscriber/resp").asText(), Deviations.text(claim.payerRank()));
      held.same(
          "filing",
          row.at("/subscriber/filing").asText(),
          Deviations.text(claim.filingIndicator()));
      var patient = row.get("patient").isNull() ? row.get("subscriber") : row.get("patient");
      held.same(
          "last",
          patient.path("last").asText(),
          claim.patientName() == null ? "" : Deviations.text(claim.patientName().last()));
      held.same(
          "first",
          patient.path("first").asText(),
          claim.patientName() == null ? "" : Deviations.text(claim.patientName().first()));
      held.same("born", patient.path("dob").asText(), Deviations.day(claim.birthDate()));
      held.same("sex", patient.path("sex").asText(), Deviations.text(claim.sex()));
      var diagnoses =
          row.get("dx")
              .valueStream()
              .map(d -> d.get(1).asText())
              .filter(d -> !d.isEmpty())
              .toList();
      held.same("diagnoses", diagnoses, claim.diagnoses());
      held.same("lines", row.get("line_count").asInt(), claim.lines().size());
      held.same(
          "other payers",
          row.get("cob")
              .valueStream()
              .map(c -> c.get("payer").asText() + "/" + c.get("resp").asText())
              .toList(),
          claim.otherPayers().stream()
              .map(p -> Deviations.text(p.payerId()) + "/" + Deviations.text(p.rank()))
              .toList());
      for (var n = 0; n < Math.min(row.get("lines").size(), claim.lines().size()); n++) {
        var line = claim.lines().get(n);
        var found = row.get("lines").get(n);
        held.same("LX", found.get("lx").asText(), Deviations.text(line.number()));
        held.same("procedure", found.get("proc").asText(), Deviations.text(line.procedure()));
        held.same(
            "modifiers",
            found.get("mods").valueStream().map(JsonNode::asText).toList(),
            line.modifiers());
        held.amount("charge", found.get("charge"), line.charge());
        held.amount("units", found.get("units"), line.units());
        held.same("unit", found.get("unit").asText(), Deviations.text(line.unitType()));
        held.same(
            "SVD",
            found
                .get("svd")
                .valueStream()
                .map(v -> v.get(0).asText() + "=" + Deviations.plain(v.get(1).asText("")))
                .toList(),
            line.adjudications().stream()
                .map(
                    a ->
                        Deviations.text(a.payerId())
                            + "="
                            + (a.paid() == null ? "" : Deviations.plain(a.paid().toPlainString())))
                .toList());
        held.same("line place", found.get("pos").asText(), Deviations.text(line.placeOfService()));
        held.same(
            "pointers",
            found.get("ptr").valueStream().map(JsonNode::asText).toList(),
            line.diagnosisPointers());
        held.same("control", found.get("ctl").asText(), Deviations.text(line.lineControl()));
        held.same(
            "line rendering",
            found.get("rendering").asText(),
            Deviations.text(line.renderingNpi()));
        var last = line.serviceDateEnd() == null ? "" : "-" + Deviations.day(line.serviceDateEnd());
        held.same("served", found.get("dos").asText(), Deviations.day(line.serviceDate()) + last);
      }
    }
  }

  private void inquiries(List<Row> rows, List<EligibilityInquiry> inquiries) {
    held.count("270");
    var row = rows.getFirst().fields();
    held.same(
        "EQ",
        row.get("eq").valueStream().map(JsonNode::asText).toList(),
        inquiries.stream().flatMap(i -> i.serviceTypes().stream()).toList());
    held.same(
        "TRN",
        row.at("/trn/0/1").asText(),
        inquiries.isEmpty() ? "" : Deviations.text(inquiries.getFirst().inquiryId()));
  }

  private void asked(List<Row> rows, List<ClaimStatusInquiry> inquiries) {
    held.count("276");
    held.same(
        "TRN", traces(rows), inquiries.stream().map(i -> Deviations.text(i.inquiryId())).toList());
  }

  private static List<String> traces(List<Row> rows) {
    return rows.getFirst().fields().get("trn").valueStream().map(t -> t.get(1).asText()).toList();
  }

  private void responses(List<Row> rows, List<EligibilityResponse> responses) {
    held.count("271");
    var row = rows.getFirst().fields();
    held.same(
        "EB",
        row.get("eb")
            .valueStream()
            .map(
                e ->
                    e.get(0).asText()
                        + "/"
                        + e.get(1).asText()
                        + "/"
                        + e.get(2).asText().replace('>', '^')
                        + "/"
                        + e.get(3).asText()
                        + "/"
                        + e.get(4).asText()
                        + "/"
                        + Deviations.plain(e.get(5).asText())
                        + "/"
                        + Deviations.plain(e.get(6).asText()))
            .toList(),
        responses.stream()
            .flatMap(r -> r.benefits().stream())
            .map(
                b ->
                    Deviations.text(b.information())
                        + "/"
                        + Deviations.text(b.coverageLevel())
                        + "/"
                        + String.join("^", b.serviceTypes())
                        + "/"
                        + Deviations.text(b.insuranceType())
                        + "/"
                        + Deviations.text(b.period())
                        + "/"
                        + plain(b.amount())
                        + "/"
                        + plain(b.percent()))
            .toList());
    held.same(
        "AAA",
        row.get("aaa").valueStream().map(a -> a.get(1).asText()).toList(),
        responses.stream().flatMap(r -> r.rejectReasons().stream()).toList());
  }

  private void statuses(List<Row> rows, List<Acknowledgment> statuses) {
    held.count("277");
    var row = rows.getFirst().fields();
    var found = row.get("stc").valueStream().flatMap(FactsFound::statuses).toList();
    var read =
        statuses.stream().flatMap(s -> s.statuses().stream()).map(FactsFound::status).toList();
    if (row.get("version").asText().startsWith("005010X214")) {
      found = runs(found);
      read = runs(read);
      found = found.subList(Math.max(0, found.size() - read.size()), found.size());
    }
    held.same("STC", found, read);
  }

  /** A segment holds up to three statuses (STC01, STC10, STC11), of one date and action. */
  private static Stream<String> statuses(JsonNode stc) {
    return Stream.of(0, 5, 6)
        .map(stc::path)
        .map(JsonNode::asText)
        .filter(composite -> !composite.isEmpty())
        .map(
            composite -> {
              var parts = Arrays.copyOf(composite.split("[:>]", -1), 3);
              return Stream.of(parts).map(Deviations::text).collect(Collectors.joining(":"))
                  + "/"
                  + stc.get(1).asText()
                  + "/"
                  + stc.get(2).asText();
            });
  }

  private static String status(Acknowledgment.Status status) {
    return Deviations.text(status.category())
        + ":"
        + Deviations.text(status.status())
        + ":"
        + Deviations.text(status.entity())
        + "/"
        + Deviations.day(status.date())
        + "/"
        + Deviations.text(status.action());
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? "" : Deviations.plain(amount.toPlainString());
  }

  private void authorizations(List<Row> rows, List<Authorization> authorizations) {
    held.count("278");
    var row = rows.getFirst().fields();
    var number = row.at("/hcr/0/1").asText();
    held.same(
        "HCR02",
        number,
        authorizations.isEmpty() || number.isEmpty()
            ? number
            : Deviations.text(authorizations.getFirst().number()));
    held.same(
        "UM01",
        row.at("/um/0/0").asText(),
        authorizations.isEmpty()
            ? ""
            : Deviations.text(authorizations.getFirst().requestCategory()));
    held.same(
        "UM02",
        row.at("/um/0/1").asText(),
        authorizations.isEmpty() ? "" : Deviations.text(authorizations.getFirst().certification()));
    var trace = row.at("/trn/0/1").asText();
    held.same(
        "TRN02",
        trace,
        authorizations.isEmpty() || trace.isEmpty()
            ? trace
            : Deviations.text(authorizations.getFirst().authorizationId()));
  }

  private void answers(List<Row> rows, List<Acknowledgment> answers) {
    held.count("999");
    var row = rows.getFirst().fields();
    for (var answer : answers) {
      held.same("AK101", row.at("/ak1/0").asText(), Deviations.text(answer.functionalId()));
      held.same("AK102", row.at("/ak1/1").asText(), Deviations.text(answer.group()));
    }
    held.same(
        "IK3",
        row.get("ik3")
            .valueStream()
            .map(e -> e.get(0).asText() + " " + e.get(1).asText() + " " + e.path(3).asText(""))
            .toList(),
        answers.stream()
            .flatMap(a -> a.errors().stream())
            .filter(e -> e.element() == null)
            .map(e -> e.segment() + " " + e.position() + " " + Deviations.text(e.code()))
            .toList());
    held.same(
        "IK4",
        row.get("ik4")
            .valueStream()
            .map(e -> e.get(0).asText().split("[:>]")[0] + " " + e.path(2).asText(""))
            .toList(),
        answers.stream()
            .flatMap(a -> a.errors().stream())
            .filter(e -> e.element() != null)
            .map(e -> e.element() + " " + Deviations.text(e.code()))
            .toList());
    held.same(
        "AK202",
        row.get("ak2").valueStream().map(a -> a.get(1).asText()).toList(),
        answers.stream().map(a -> Deviations.text(a.transaction())).toList());
    held.same(
        "IK501",
        row.get("ik5").valueStream().map(a -> a.get(0).asText()).toList(),
        answers.stream().map(a -> Deviations.text(a.category())).toList());
  }

  private void acknowledgments(List<Row> rows, List<ReadRecord> read) {
    held.same("TA1", rows.size(), read.size());
    for (var i = 0; i < Math.min(rows.size(), read.size()); i++) {
      held.count("TA1");
      var acknowledgment = (Acknowledgment) read.get(i).record();
      held.same("TA101", rows.get(i).key(), Deviations.text(acknowledgment.interchange()));
      held.same(
          "TA104",
          rows.get(i).fields().get("ack").asText(),
          Deviations.text(acknowledgment.category()));
      held.same(
          "TA105",
          rows.get(i).fields().get("note").asText(),
          Deviations.text(acknowledgment.status()));
    }
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
}
