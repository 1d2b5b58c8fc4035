package io.headwater.x12;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.x12.OpenFilesTest.Row;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Holds the claims that were read to what another found. */
final class ClaimsFound {
  private final Deviations held;

  ClaimsFound(Deviations held) {
    this.held = held;
  }

  /** The set as a whole: how many claims, what they come to, and its batch. */
  void batch(List<Row> rows, List<Claim> claims) {
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

  void claims(List<Row> rows, List<Claim> claims) {
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
      held.same(
          "subscriber",
          row.at("/subscriber/last").asText() + ", " + row.at("/subscriber/first").asText(),
          claim.subscriberName() == null
              ? ", "
              : Deviations.text(claim.subscriberName().last())
                  + ", "
                  + Deviations.text(claim.subscriberName().first()));
      var related = row.get("patient").isNull() ? row.at("/subscriber/rel") : patient.path("rel");
      held.same("relationship", related.asText(), Deviations.text(claim.relationship()));
      held.same(
          "billing name", row.at("/billing/name").asText(), Deviations.text(claim.billingName()));
      held.same("2320 CAS", adjusted(row.get("claim_cas")), adjustedOf(claim));
      held.amount("line charges", row.get("line_total"), charges(claim));
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
        line(row.get("lines").get(n), claim.lines().get(n));
      }
    }
  }

  private void line(JsonNode found, ClaimLine line) {
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
        "line rendering", found.get("rendering").asText(), Deviations.text(line.renderingNpi()));
    var last = line.serviceDateEnd() == null ? "" : "-" + Deviations.day(line.serviceDateEnd());
    held.same("served", found.get("dos").asText(), Deviations.day(line.serviceDate()) + last);
  }

  private static List<String> adjusted(JsonNode found) {
    return found
        .valueStream()
        .map(
            c ->
                c.get(0).asText()
                    + c.get(1).asText()
                    + "="
                    + Deviations.plain(c.get(2).asText())
                    + "x"
                    + Deviations.plain(c.get(3).asText("")))
        .toList();
  }

  /** The reasons of the claim alone; those of its lines follow them. */
  private static List<String> adjustedOf(Claim claim) {
    var adjusted = new ArrayList<String>();
    for (var payer : claim.otherPayers()) {
      var ofLines =
          claim.lines().stream()
              .flatMap(l -> l.adjudications().stream())
              .filter(a -> Objects.equals(a.payerId(), payer.payerId()))
              .mapToInt(a -> a.adjustments().size())
              .sum();
      payer.adjustments().stream()
          .limit(payer.adjustments().size() - ofLines)
          .map(
              a ->
                  a.group()
                      + a.reason()
                      + "="
                      + Deviations.plain(a.amount().toPlainString())
                      + "x"
                      + (a.quantity() == null
                          ? ""
                          : Deviations.plain(a.quantity().toPlainString())))
          .forEach(adjusted::add);
    }
    return adjusted;
  }

  private static BigDecimal charges(Claim claim) {
    return claim.lines().stream()
        .map(ClaimLine::charge)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
