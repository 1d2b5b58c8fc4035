package io.headwater.x12.set;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimLine;
import io.headwater.x12.record.OtherPayer;
import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A claim of an 837P while its loops are read. */
final class ClaimDraft {
  final int position;
  final Segment clm;
  final BigDecimal charge;
  final List<String> principal = new ArrayList<>();
  final List<String> secondary = new ArrayList<>();
  final List<Claim.Attachment> attachments = new ArrayList<>();
  final List<PayerDraft> payers = new ArrayList<>();
  final List<LineDraft> lines = new ArrayList<>();
  String originalReference;
  String authorization;
  String referral;
  String clearinghouse;
  String rendering;
  String renderingTaxonomy;
  String supervising;
  String referring;
  String facility;

  ClaimDraft(Segment clm, TransactionReading reading) {
    this.position = reading.position(clm);
    this.clm = clm;
    reading.required(clm, 1);
    this.charge = reading.requiredNumber(clm, 2);
  }

  List<String> diagnoses() {
    var all = new ArrayList<>(principal);
    all.addAll(secondary);
    return all;
  }

  /** A payer of loop 2320 while it is read. */
  static final class PayerDraft {
    String rank;
    String payerId;
    String payerName;
    String memberId;
    BigDecimal paid;
    final List<Adjustment> adjustments = new ArrayList<>();

    OtherPayer payer() {
      return new OtherPayer(rank, payerId, payerName, memberId, paid, List.copyOf(adjustments));
    }
  }

  /** A line of loop 2400 while it is read. */
  static final class LineDraft {
    final String number;
    String procedure;
    List<String> modifiers = List.of();
    BigDecimal charge;
    String unitType;
    BigDecimal units;
    String place;
    List<String> pointers = List.of();
    DateSpan served = DateSpan.NONE;
    String control;
    String rendering;
    String renderingTaxonomy;
    String supervising;
    String authorization;
    String referral;

    LineDraft(String number) {
      this.number = number;
    }

    ClaimLine line() {
      return new ClaimLine(
          number,
          procedure,
          modifiers,
          charge,
          unitType,
          units,
          place,
          pointers,
          served.first(),
          served.last(),
          control,
          rendering,
          renderingTaxonomy,
          supervising,
          authorization,
          referral);
    }
  }
}
