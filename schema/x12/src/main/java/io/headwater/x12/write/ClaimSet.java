package io.headwater.x12.write;

import static io.headwater.x12.write.Parties.required;

import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimProvider;
import io.headwater.x12.write.SegmentWriter.Composite;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** Writes the 837P: original, replacement and void alike, as the claim's frequency says. */
final class ClaimSet {
  /** Loops 2310 in their order: referring, rendering, facility, supervising, ambulance. */
  private static final List<String> PROVIDERS = List.of("DN", "P3", "82", "77", "DQ", "PW", "45");

  private final SegmentWriter out;
  private final Parties parties;
  private final Coordination coordination;
  private final ClaimLines lines;
  private int level;
  private int billingLevel;
  private ClaimProvider billing;
  private ClaimProvider payTo;

  ClaimSet(SegmentWriter out) {
    this.out = out;
    this.parties = new Parties(out);
    this.coordination = new Coordination(out);
    this.lines = new ClaimLines(out, coordination);
  }

  void begin(Submission submission, LocalDateTime at) throws IOException {
    out.beginSet();
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
    if ("7".equals(claim.frequency()) || "8".equals(claim.frequency())) {
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
    coordination.payers(claim, what);
    if (claim.lines().isEmpty()) {
      throw new NotWritableException(what + ": a claim has at least one line");
    }
    for (var line : claim.lines()) {
      lines.line(line, claim, what);
    }
  }

  private void billing(Claim claim, String what) throws IOException {
    var provider =
        claim.providers().stream()
            .filter(p -> p.role().equals("85"))
            .findFirst()
            .orElseThrow(
                () -> new NotWritableException(what + ": the billing provider is missing"));
    var elsewhere =
        claim.providers().stream().filter(p -> p.role().equals("87")).findFirst().orElse(null);
    if (provider.equals(billing) && Objects.equals(elsewhere, payTo)) {
      return;
    }
    billing = provider;
    payTo = elsewhere;
    billingLevel = ++level;
    out.segment("HL", level, null, "20", "1");
    if (provider.taxonomy() != null) {
      out.segment("PRV", "BI", "PXC", provider.taxonomy());
    }
    parties.name("85", provider.name(), "XX", required(what, "billingNpi", provider.npi()));
    parties.address(required(what, "the billing provider's address", provider.address()));
    parties.reference(
        Objects.requireNonNullElse(claim.billingTaxQualifier(), "EI"),
        required(what, "billingTaxIdentifier", claim.billingTaxIdentifier()));
    if (payTo != null) {
      parties.name("87", payTo.name(), null, null);
      parties.address(required(what, "the address to pay to", payTo.address()));
    }
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
    var signed =
        Objects.requireNonNullElse(
            claim.assurances(), new Claim.Assurances(null, null, null, null));
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
        Objects.requireNonNullElse(signed.signatureOnFile(), "Y"),
        Objects.requireNonNullElse(signed.assignment(), "A"),
        Objects.requireNonNullElse(signed.benefitsAssigned(), "Y"),
        Objects.requireNonNullElse(signed.releaseOfInformation(), "Y"),
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
    if (claim.patientPaid() != null) {
      out.segment("AMT", "F5", claim.patientPaid());
    }
    parties.reference("9F", claim.referralNumber());
    parties.reference("G1", claim.authorizationNumber());
    parties.reference("F8", claim.originalReference());
    parties.reference("D9", claim.clearinghouseId());
    for (var note : claim.notes()) {
      out.segment("NTE", note.kind(), note.text());
    }
    if (claim.diagnoses().isEmpty() || claim.diagnoses().size() > 12) {
      throw new NotWritableException(what + ": a claim has one to twelve diagnoses");
    }
    parties.diagnoses(claim.diagnoses());
    for (var role : PROVIDERS) {
      for (var provider : claim.providers()) {
        if (provider.role().equals(role)) {
          provider(provider, what);
        }
      }
    }
  }

  private void provider(ClaimProvider provider, String what) throws IOException {
    if (!provider.role().equals("45") && !provider.role().equals("PW")) {
      required(what, "the name of provider " + provider.role(), provider.name());
    }
    parties.name(provider.role(), provider.name(), "XX", provider.npi());
    if (provider.taxonomy() != null) {
      out.segment("PRV", "PE", "PXC", provider.taxonomy());
    }
    parties.address(provider.address());
  }
}
