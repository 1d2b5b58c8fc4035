package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.Fault;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.Transmission;
import io.headwater.x12.set.ClaimDraft.LineDraft;
import io.headwater.x12.set.ClaimDraft.PayerDraft;
import io.headwater.x12.token.Segment;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The 837P. A claim is told when the next begins; only the providers and payers above it are
 * remembered.
 */
final class ProfessionalClaims implements SetReader {
  private final TransactionReading reading;
  private LocalDate submittedOn;
  private Transmission transmission;
  private Party billing = new Party();
  private Party subscriber = new Party();
  private Party payer = new Party();
  private Party patient;
  private Party at = billing;
  private String rank;
  private String relationship;
  private String group;
  private String filing;
  private ClaimDraft claim;
  private PayerDraft other;
  private LineDraft line;
  private PayerDraft adjudicator;
  private String provider;

  ProfessionalClaims(TransactionReading reading) {
    this.reading = reading;
  }

  @Override
  public void read(Segment s) {
    switch (s.id()) {
      case "BHT" -> begin(s);
      case "HL" -> level(s);
      case "CLM" -> startClaim(s);
      default -> {
        if (claim == null) {
          above(s);
        } else if (line != null) {
          line(s);
        } else if (other != null && !s.id().equals("LX")) {
          otherPayer(s);
        } else {
          claim(s);
        }
      }
    }
  }

  @Override
  public void end() {
    finishClaim();
    if (transmission == null) {
      reading.error("BHT", 2, null, Fault.MISSING_SEGMENT, "BHT is missing");
    }
  }

  private void begin(Segment s) {
    reading.purpose(s, "0019");
    submittedOn = reading.day(s, 4);
    transmission =
        new Transmission(
            reading.header().interchange().controlNumber(),
            reading.header().group().map(g -> g.controlNumber()).orElse(null),
            reading.header().controlNumber(),
            s.at(3));
  }

  private void level(Segment s) {
    finishClaim();
    reading.required(s, 1);
    switch (Objects.requireNonNullElse(s.at(3), "")) {
      case "20" -> {
        billing = new Party();
        newSubscriber();
        at = billing;
      }
      case "22" -> newSubscriber();
      case "23" -> {
        patient = new Party();
        at = patient;
      }
      default -> reading.error(s, 3, Fault.INVALID_CODE, "HL03 is none of 20, 22, 23");
    }
  }

  private void newSubscriber() {
    subscriber = new Party();
    payer = new Party();
    patient = null;
    at = subscriber;
    rank = null;
    relationship = null;
    group = null;
    filing = null;
  }

  private void above(Segment s) {
    switch (s.id()) {
      case "SBR" -> {
        rank = s.at(1);
        relationship = s.at(2);
        group = s.at(3);
        filing = s.at(9);
      }
      case "PAT" -> relationship = first(s.at(1), relationship);
      case "NM1" -> name(s);
      default -> at.read(s, reading);
    }
  }

  private void name(Segment s) {
    reading.oneOf(s, 2, "1", "2");
    at =
        switch (Objects.requireNonNullElse(s.at(1), "")) {
          case "85" -> billing;
          case "IL" -> subscriber;
          case "QC" -> patient == null ? new Party() : patient;
          case "PR" -> payer;
          default -> new Party();
        };
    at.named(s);
  }

  private void startClaim(Segment s) {
    finishClaim();
    claim = new ClaimDraft(s, reading);
    provider = "";
  }

  private void claim(Segment s) {
    switch (s.id()) {
      case "REF" -> {
        switch (Objects.requireNonNullElse(s.at(1), "")) {
          case "G1" -> claim.authorization = first(claim.authorization, s.at(2));
          case "9F" -> claim.referral = s.at(2);
          case "F8" -> claim.originalReference = s.at(2);
          case "D9" -> claim.clearinghouse = s.at(2);
          default -> {}
        }
      }
      case "PWK" -> claim.attachments.add(new Claim.Attachment(s.at(1), s.at(2), s.at(6)));
      case "HI" -> diagnoses(s);
      case "NM1" -> {
        reading.oneOf(s, 2, "1", "2");
        provider = Objects.requireNonNullElse(s.at(1), "");
        switch (provider) {
          case "82" -> claim.rendering = Elements.npi(s);
          case "DQ" -> claim.supervising = Elements.npi(s);
          case "DN" -> claim.referring = Elements.npi(s);
          case "77" -> claim.facility = Elements.npi(s);
          default -> {}
        }
      }
      case "PRV" -> {
        if (provider.equals("82")) {
          claim.renderingTaxonomy = s.at(3);
        }
      }
      case "SBR" -> startPayer(s);
      case "LX" -> startLine(s);
      default -> {}
    }
  }

  private void diagnoses(Segment s) {
    var nameless = false;
    for (var element = 1; element <= s.size(); element++) {
      var qualifier = s.at(element, 1);
      var code = s.at(element, 2);
      if (qualifier != null && code == null) {
        nameless = true;
      } else if ("ABK".equals(qualifier) || "BK".equals(qualifier)) {
        claim.principal.add(code);
      } else if ("ABF".equals(qualifier) || "BF".equals(qualifier)) {
        claim.secondary.add(code);
      }
    }
    if (nameless) {
      reading.tolerate(s, "a qualifier without a code was left out");
    }
  }

  private void startPayer(Segment s) {
    other = new PayerDraft();
    other.rank = s.at(1);
    claim.payers.add(other);
  }

  private void otherPayer(Segment s) {
    switch (s.id()) {
      case "SBR" -> startPayer(s);
      case "CAS" -> other.adjustments.addAll(Elements.adjustments(s, reading));
      case "AMT" -> {
        if (s.is(1, "D")) {
          other.paid = reading.number(s, 2);
        }
      }
      case "NM1" -> {
        if (s.is(1, "IL")) {
          other.memberId = s.at(9);
        } else if (s.is(1, "PR")) {
          other.payerId = s.at(9);
          other.payerName = s.at(3);
        }
      }
      default -> {}
    }
  }

  private void startLine(Segment s) {
    line = new LineDraft(s.at(1));
    claim.lines.add(line);
    provider = "";
    adjudicator = null;
  }

  private void line(Segment s) {
    switch (s.id()) {
      case "LX" -> startLine(s);
      case "SV1" -> service(s);
      case "DTP" -> {
        if (s.is(1, "472")) {
          line.served = reading.span(s, 3);
        }
      }
      case "REF" -> {
        switch (Objects.requireNonNullElse(s.at(1), "")) {
          case "6R" -> line.control = s.at(2);
          case "G1" -> line.authorization = first(line.authorization, s.at(2));
          case "9F" -> line.referral = s.at(2);
          default -> {}
        }
      }
      case "NM1" -> {
        reading.oneOf(s, 2, "1", "2");
        provider = Objects.requireNonNullElse(s.at(1), "");
        if (provider.equals("82")) {
          line.rendering = Elements.npi(s);
        } else if (provider.equals("DQ")) {
          line.supervising = Elements.npi(s);
        }
      }
      case "PRV" -> {
        if (provider.equals("82")) {
          line.renderingTaxonomy = s.at(3);
        }
      }
      case "SVD" ->
          adjudicator =
              claim.payers.stream()
                  .filter(p -> Objects.equals(p.payerId, s.at(1)))
                  .findFirst()
                  .orElse(null);
      case "CAS" -> {
        if (adjudicator != null) {
          adjudicator.adjustments.addAll(Elements.adjustments(s, reading));
        }
      }
      default -> {}
    }
  }

  private void service(Segment s) {
    line.procedure = Elements.procedure(s, 1);
    if (line.procedure == null) {
      reading.error(s, 1, Fault.MISSING_ELEMENT, "SV101-2, the procedure, is missing");
    }
    line.modifiers = Elements.modifiers(s, 1);
    line.charge = reading.requiredNumber(s, 2);
    line.unitType = s.at(3);
    line.units = reading.number(s, 4);
    line.place = s.at(5);
    line.pointers = s.components(7).stream().filter(Objects::nonNull).toList();
  }

  private void finishClaim() {
    if (claim == null) {
      return;
    }
    var who = patient == null ? subscriber : patient;
    var clm = claim.clm;
    reading.tell(
        claim.position,
        new Claim(
            clm.at(1),
            payer.id,
            payer.lastName(),
            rank,
            filing,
            group,
            subscriber.id,
            subscriber.name,
            relationship,
            who.patientId,
            who.name,
            who.born,
            who.sex,
            claim.charge,
            clm.at(5, 1),
            clm.at(5, 3),
            claim.originalReference,
            claim.authorization,
            claim.referral,
            claim.clearinghouse,
            clm.at(20),
            claim.diagnoses(),
            billing.npi,
            billing.lastName(),
            billing.tax,
            billing.taxonomy,
            claim.rendering,
            claim.renderingTaxonomy,
            claim.supervising,
            claim.referring,
            claim.facility,
            claim.attachments,
            claim.payers.stream().map(PayerDraft::payer).toList(),
            transmission,
            submittedOn,
            claim.lines.stream().map(LineDraft::line).toList()));
    claim = null;
    other = null;
    line = null;
  }
}
