package io.headwater.x12.set;

import static io.headwater.x12.set.Elements.first;

import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimLine;
import io.headwater.x12.record.ClaimProvider;
import io.headwater.x12.record.OtherPayer;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A CLM of an 837P and what follows it (loops 2300 to 2430), while it is read. */
final class ClaimDraft {
  final Segment clm;
  final BigDecimal charge;
  final List<Claim.Attachment> attachments = new ArrayList<>();
  final List<Claim.Note> notes = new ArrayList<>();
  BigDecimal patientPaid;
  String originalReference;
  String authorization;
  String referral;
  String clearinghouse;
  private final TransactionReading reading;
  private final List<OtherPayerDraft> payers = new ArrayList<>();
  private final List<ClaimLineDraft> lines = new ArrayList<>();
  private final List<String> principal = new ArrayList<>();
  private final List<String> secondary = new ArrayList<>();
  private final Map<String, Party> providers = new LinkedHashMap<>();
  private Party at = new Party();
  private OtherPayerDraft other;
  private ClaimLineDraft line;

  ClaimDraft(Segment clm, TransactionReading reading) {
    this.clm = clm;
    this.reading = reading;
    reading.required(clm, 1);
    this.charge = reading.requiredNumber(clm, 2);
    reading.requiredComponent(clm, 5, 1);
    reading.requiredComponent(clm, 5, 3);
  }

  void read(Segment s) {
    switch (s.id()) {
      case "LX" -> {
        line = new ClaimLineDraft(s, reading);
        lines.add(line);
      }
      case "SBR" -> {
        other = new OtherPayerDraft(s, reading);
        payers.add(other);
      }
      default -> {
        if (line != null) {
          line.read(s);
        } else if (other != null) {
          other.read(s);
        } else {
          claim(s);
        }
      }
    }
  }

  private void claim(Segment s) {
    switch (s.id()) {
      case "REF" -> {
        switch (Objects.requireNonNullElse(s.at(1), "")) {
          case "G1" -> authorization = first(authorization, s.at(2));
          case "9F" -> referral = s.at(2);
          case "F8" -> originalReference = s.at(2);
          case "D9" -> clearinghouse = s.at(2);
          default -> {}
        }
      }
      case "PWK" -> attachments.add(new Claim.Attachment(s.at(1), s.at(2), s.at(6)));
      case "NTE" -> notes.add(new Claim.Note(s.at(1), s.at(2)));
      case "AMT" -> {
        if (s.is(1, "F5")) {
          patientPaid = reading.number(s, 2);
        }
      }
      case "HI" -> diagnoses(s);
      case "NM1" -> {
        reading.oneOf(s, 2, "1", "2");
        at = new Party().named(s);
        providers.putIfAbsent(Objects.requireNonNullElse(s.at(1), ""), at);
      }
      default -> at.read(s, reading);
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
        principal.add(code);
      } else if ("ABF".equals(qualifier) || "BF".equals(qualifier)) {
        secondary.add(code);
      }
    }
    if (nameless) {
      reading.tolerate(s, "a qualifier without a code was left out");
    }
  }

  /** The service lines. */
  List<ClaimLine> lines() {
    return lines.stream().map(ClaimLineDraft::line).toList();
  }

  /** Other payers, each with what it did with the lines. */
  List<OtherPayer> otherPayers(List<ClaimLine> read) {
    for (var one : read) {
      for (var adjudication : one.adjudications()) {
        payers.stream()
            .filter(p -> p.is(adjudication.payerId()))
            .findFirst()
            .ifPresent(p -> p.adjudicated(adjudication));
      }
    }
    return payers.stream().map(OtherPayerDraft::payer).toList();
  }

  /** CLM06 to CLM09; null where none is said. */
  Claim.Assurances assurances() {
    return clm.at(6) == null && clm.at(7) == null && clm.at(8) == null && clm.at(9) == null
        ? null
        : new Claim.Assurances(clm.at(6), clm.at(7), clm.at(8), clm.at(9));
  }

  List<String> diagnoses() {
    var all = new ArrayList<>(principal);
    all.addAll(secondary);
    return all;
  }

  /** A provider of loop 2310, nobody where the claim names none. */
  Party provider(String role) {
    return providers.getOrDefault(role, Party.NOBODY);
  }

  /** The billing provider, where it is paid if elsewhere, and those of loop 2310. */
  List<ClaimProvider> providers(Party billing, Party payTo) {
    var all = new ArrayList<ClaimProvider>();
    all.add(billing.provider("85"));
    if (payTo != null) {
      all.add(payTo.provider("87"));
    }
    providers.forEach((role, party) -> all.add(party.provider(role)));
    return all;
  }
}
