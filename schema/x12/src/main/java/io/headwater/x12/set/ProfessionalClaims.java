package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.Fault;
import io.headwater.x12.FunctionalGroup;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.Transmission;
import io.headwater.x12.token.Segment;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The 837P. A claim is told when the next begins; only the providers and payers above it are kept.
 */
final class ProfessionalClaims implements SetReader {
  private final TransactionReading reading;
  private LocalDate submittedOn;
  private Transmission transmission;
  private Party billing = new Party();
  private Party payTo;
  private Party subscriber = new Party();
  private Party payer = new Party();
  private Party patient;
  private Party at = billing;
  private String rank;
  private String relationship;
  private String group;
  private String filing;
  private ClaimDraft claim;

  ProfessionalClaims(TransactionReading reading) {
    this.reading = reading;
  }

  @Override
  public void read(Segment s) {
    switch (s.id()) {
      case "BHT" -> begin(s);
      case "HL" -> level(s);
      case "CLM" -> {
        finishClaim();
        claim = new ClaimDraft(s, reading);
      }
      default -> {
        if (claim == null) {
          above(s);
        } else {
          claim.read(s);
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
    var header = reading.header();
    transmission =
        new Transmission(
            header.interchange().controlNumber(),
            header.group().map(FunctionalGroup::controlNumber).orElse(null),
            header.controlNumber(),
            s.at(3));
  }

  private void level(Segment s) {
    finishClaim();
    reading.required(s, 1);
    switch (Objects.requireNonNullElse(s.at(3), "")) {
      case "20" -> {
        billing = new Party();
        payTo = null;
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
      case "NM1" -> {
        reading.oneOf(s, 2, "1", "2");
        at =
            switch (Objects.requireNonNullElse(s.at(1), "")) {
              case "85" -> billing;
              case "87" -> payTo = new Party();
              case "IL" -> subscriber;
              case "QC" -> patient == null ? new Party() : patient;
              case "PR" -> payer;
              default -> new Party();
            };
        at.named(s);
      }
      default -> at.read(s, reading);
    }
  }

  private void finishClaim() {
    if (claim == null) {
      return;
    }
    if (payer.id == null) {
      reading.error(
          claim.clm,
          null,
          Fault.MISSING_SEGMENT,
          "no payer with an identifier (NM1 PR) stands above the claim");
    }
    var who = patient == null ? subscriber : patient;
    var clm = claim.clm;
    var lines = claim.lines();
    reading.tell(
        reading.position(clm),
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
            claim.assurances(),
            claim.diagnoses(),
            billing.npi,
            billing.lastName(),
            billing.tax,
            billing.taxQualifier,
            billing.taxonomy,
            claim.provider("82").npi,
            claim.provider("82").taxonomy,
            claim.provider("DQ").npi,
            claim.provider("DN").npi,
            claim.provider("77").npi,
            subscriber.born,
            subscriber.sex,
            subscriber.address,
            who.address,
            claim.providers(billing, payTo),
            claim.patientPaid,
            claim.notes,
            claim.attachments,
            claim.otherPayers(lines),
            transmission,
            submittedOn,
            lines));
    claim = null;
  }
}
