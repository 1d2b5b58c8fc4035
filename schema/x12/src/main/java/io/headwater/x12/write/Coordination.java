package io.headwater.x12.write;

import static io.headwater.x12.write.Parties.required;

import io.headwater.x12.record.Adjustment;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimLine;
import io.headwater.x12.record.OtherPayer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What other payers did with a claim (loops 2320, 2330A, 2330B and 2430). A payer refuses a
 * secondary claim whose amounts do not add up, so one is not written.
 */
final class Coordination {
  private final SegmentWriter out;
  private final Parties parties;

  Coordination(SegmentWriter out) {
    this.out = out;
    this.parties = new Parties(out);
  }

  /** Loop 2320 of each other payer. */
  void payers(Claim claim, String what) throws IOException {
    for (var payer : claim.otherPayers()) {
      payer(claim, payer, what);
    }
  }

  private void payer(Claim claim, OtherPayer payer, String what) throws IOException {
    var id = required(what, "the id of another payer", payer.payerId());
    var ofLines =
        claim.lines().stream()
            .flatMap(l -> l.adjudications().stream())
            .filter(a -> Objects.equals(a.payerId(), id))
            .toList();
    var lineAdjustments = ofLines.stream().mapToInt(a -> a.adjustments().size()).sum();
    balanced(claim, payer, what + ", payer " + id);
    out.segment(
        "SBR",
        required(what, "the rank of payer " + id, payer.rank()),
        Objects.requireNonNullElse(
            payer.relationship(), Objects.requireNonNullElse(claim.relationship(), "18")),
        payer.groupNumber(),
        null,
        null,
        null,
        null,
        null,
        payer.filingIndicator());
    adjustments(
        payer.adjustments().subList(0, Math.max(0, payer.adjustments().size() - lineAdjustments)));
    if (payer.paid() != null) {
      out.segment("AMT", "D", payer.paid());
    }
    var signed = claim.assurances();
    out.segment(
        "OI",
        null,
        null,
        signed == null || signed.benefitsAssigned() == null ? "Y" : signed.benefitsAssigned(),
        null,
        null,
        signed == null || signed.releaseOfInformation() == null
            ? "Y"
            : signed.releaseOfInformation());
    parties.person(
        "IL",
        payer.subscriberName() == null ? claim.subscriberName() : payer.subscriberName(),
        "MI",
        required(what, "the member id at payer " + id, payer.memberId()));
    parties.organisation(
        "PR", required(what, "the name of payer " + id, payer.payerName()), "PI", id);
    if (ofLines.stream().allMatch(a -> a.adjudicatedOn() == null)) {
      parties.date("573", payer.paidOn(), null);
    }
    parties.reference("F8", payer.claimReference());
  }

  /** Loop 2430: what other payers did with a line. */
  void line(ClaimLine line, String what) throws IOException {
    for (var done : line.adjudications()) {
      var paid = required(what, "what another payer paid for a line", done.paid());
      out.segment(
          "SVD",
          required(what, "the payer that paid for a line", done.payerId()),
          paid,
          Parties.procedure(
              done.procedure() == null ? line.procedure() : done.procedure(),
              done.procedure() == null ? line.modifiers() : done.modifiers()),
          null,
          done.units() == null ? line.units() : done.units(),
          done.bundledInto());
      adjustments(done.adjustments());
      parties.date(
          "573",
          required(what, "the day another payer decided on a line", done.adjudicatedOn()),
          null);
    }
  }

  /** What was paid and what was taken off come to the charge, once a payer has decided. */
  private static void balanced(Claim claim, OtherPayer payer, String what) {
    if (payer.paid() == null && payer.adjustments().isEmpty()) {
      return;
    }
    var taken =
        payer.adjustments().stream()
            .map(a -> a.amount() == null ? BigDecimal.ZERO : a.amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var paid = payer.paid() == null ? BigDecimal.ZERO : payer.paid();
    if (claim.totalCharge() == null || paid.add(taken).compareTo(claim.totalCharge()) != 0) {
      throw new NotWritableException(
          "%s: paid %s and adjustments of %s do not come to the charge of %s"
              .formatted(what, paid.toPlainString(), taken.toPlainString(), claim.totalCharge()));
    }
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
}
