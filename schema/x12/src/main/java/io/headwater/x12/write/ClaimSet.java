package io.headwater.x12.write;

import static io.headwater.x12.write.Parties.required;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimLine;
import io.headwater.x12.record.ClaimProvider;
import io.headwater.x12.record.OtherPayer;
import io.headwater.x12.write.SegmentWriter.Composite;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes the 837P: original, replacement and void alike, as the claim's frequency says. */
final class ClaimSet {
  static final String VERSION = "005010X222A1";
  private static final List<String> PROVIDERS = List.of("DN", "82", "77", "DQ");

  private final SegmentWriter out;
  private final Parties parties;
  private int level;
  private int billingLevel;
  private ClaimProvider billing;

  ClaimSet(SegmentWriter out) {
    this.out = out;
    this.parties = new Parties(out);
  }

  void begin(Submission submission, LocalDateTime at) throws IOException {
    out.beginSet("837", VERSION);
    out.segment(
        "BHT",
        "0019",
        "00",
        submission.batch(),
        at.toLocalDate(),
        DateTimeFormatter.ofPattern("HHmm").format(at),
        "CH");
    parties.organisation("41", submission.submitterName(), "46", submission.submitterId());
    out.segment("PER", "IC", submission.contactName(), "TE", submission.contactPhone());
    parties.organisation("40", submission.receiverName(), "46", submission.receiverId());
  }

  void claim(Claim claim) throws IOException {
    var what = "claim " + required("claim", "controlNumber", claim.controlNumber());
    if (!"1".equals(claim.frequency())) {
      required(what, "originalReference of a replacement or void", claim.originalReference());
    }
    billing(claim, what);
    var self = claim.relationship() == null || claim.relationship().equals("18");
    subscriber(claim, what, self);
    if (!self) {
      out.segment("HL", ++level, level - 1, "23", "0");
      out.segment("PAT", claim.relationship());
      parties.person("QC", claim.patientName(), null, null);
      parties.address(claim.patientAddress());
      parties.born(claim.birthDate(), claim.sex());
    }
    head(claim, what);
    for (var payer : claim.otherPayers()) {
      otherPayer(claim, payer);
    }
    if (claim.lines().isEmpty()) {
      throw new NotWritableException(what + ": a claim has at least one line");
    }
    for (var line : claim.lines()) {
      line(line, what);
    }
  }

  private void billing(Claim claim, String what) throws IOException {
    var provider =
        claim.providers().stream()
            .filter(p -> p.role().equals("85"))
            .findFirst()
            .orElseThrow(
                () -> new NotWritableException(what + ": the billing provider is missing"));
    if (provider.equals(billing)) {
      return;
    }
    billing = provider;
    billingLevel = ++level;
    out.segment("HL", level, null, "20", "1");
    if (provider.taxonomy() != null) {
      out.segment("PRV", "BI", "PXC", provider.taxonomy());
    }
    parties.name("85", provider.name(), "XX", required(what, "billingNpi", provider.npi()));
    parties.address(required(what, "the billing provider's address", provider.address()));
    parties.reference("EI", required(what, "billingTaxIdentifier", claim.billingTaxIdentifier()));
  }

  private void subscriber(Claim claim, String what, boolean self) throws IOException {
    out.segment("HL", ++level, billingLevel, "22", self ? "0" : "1");
    out.segment(
        "SBR",
        Objects.requireNonNullElse(claim.payerRank(), "P"),
        self ? "18" : null,
        claim.groupNumber(),
        null,
        null,
        null,
        null,
        null,
        claim.filingIndicator());
    parties.person(
        "IL",
        required(what, "subscriberName", claim.subscriberName()),
        "MI",
        required(what, "memberId", claim.memberId()));
    parties.address(claim.subscriberAddress());
    parties.born(claim.subscriberBirthDate(), claim.subscriberSex());
    parties.organisation(
        "PR",
        required(what, "payerName", claim.payerName()),
        "PI",
        required(what, "payerId", claim.payerId()));
  }

  private void head(Claim claim, String what) throws IOException {
    out.segment(
        "CLM",
        claim.controlNumber(),
        required(what, "totalCharge", claim.totalCharge()),
        null,
        null,
        Composite.of(
            required(what, "placeOfService", claim.placeOfService()),
            "B",
            required(what, "frequency", claim.frequency())),
        "Y",
        "A",
        "Y",
        "Y",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        claim.delayReason());
    for (var paper : claim.attachments()) {
      out.segment(
          "PWK",
          paper.reportType(),
          paper.transmissionCode(),
          null,
          null,
          paper.controlNumber() == null ? null : "AC",
          paper.controlNumber());
    }
    parties.reference("9F", claim.referralNumber());
    parties.reference("G1", claim.authorizationNumber());
    parties.reference("F8", claim.originalReference());
    parties.reference("D9", claim.clearinghouseId());
    if (claim.diagnoses().isEmpty() || claim.diagnoses().size() > 12) {
      throw new NotWritableException(what + ": a claim has one to twelve diagnoses");
    }
    parties.diagnoses(claim.diagnoses());
    for (var role : PROVIDERS) {
      for (var provider : claim.providers()) {
        if (provider.role().equals(role)) {
          provider(provider);
        }
      }
    }
  }

  private void provider(ClaimProvider provider) throws IOException {
    parties.name(provider.role(), provider.name(), "XX", provider.npi());
    if (provider.taxonomy() != null) {
      out.segment("PRV", "PE", "PXC", provider.taxonomy());
    }
    parties.address(provider.address());
  }

  private void otherPayer(Claim claim, OtherPayer payer) throws IOException {
    out.segment(
        "SBR",
        payer.rank(),
        Objects.requireNonNullElse(claim.relationship(), "18"),
        null,
        null,
        null,
        null,
        null,
        null,
        "CI");
    adjustments(payer.adjustments());
    if (payer.paid() != null) {
      out.segment("AMT", "D", payer.paid());
    }
    out.segment("OI", null, null, "Y", null, null, "Y");
    parties.person("IL", claim.subscriberName(), "MI", payer.memberId());
    parties.organisation("PR", payer.payerName(), "PI", payer.payerId());
  }

  /** CAS: reasons of one group stand together, six to a segment. */
  private void adjustments(List<Adjustment> adjustments) throws IOException {
    for (var i = 0; i < adjustments.size(); ) {
      var group = adjustments.get(i).group();
      var elements = new ArrayList<Object>();
      elements.add(group);
      for (;
          i < adjustments.size()
              && elements.size() < 19
              && Objects.equals(adjustments.get(i).group(), group);
          i++) {
        elements.add(adjustments.get(i).reason());
        elements.add(adjustments.get(i).amount());
        elements.add(adjustments.get(i).quantity());
      }
      out.segment("CAS", elements.toArray());
    }
  }

  private void line(ClaimLine line, String what) throws IOException {
    out.segment("LX", required(what, "the number of a line", line.number()));
    out.segment(
        "SV1",
        Parties.procedure(
            required(what, "the procedure of a line", line.procedure()), line.modifiers()),
        required(what, "the charge of a line", line.charge()),
        Objects.requireNonNullElse(line.unitType(), "UN"),
        required(what, "the units of a line", line.units()),
        line.placeOfService(),
        null,
        new Composite(
            line.diagnosisPointers().isEmpty() ? List.of("1") : line.diagnosisPointers()));
    parties.date(
        "472", required(what, "the date of a line", line.serviceDate()), line.serviceDateEnd());
    parties.reference("G1", line.authorizationNumber());
    parties.reference("6R", line.lineControl());
    parties.reference("9F", line.referralNumber());
    if (line.renderingNpi() != null && line.renderingName() != null) {
      parties.name("82", line.renderingName(), "XX", line.renderingNpi());
      if (line.renderingTaxonomy() != null) {
        out.segment("PRV", "PE", "PXC", line.renderingTaxonomy());
      }
    }
  }
}
