package io.headwater.gateway.sandbox;

import io.headwater.gateway.sandbox.PayerAnswer.Said;
import io.headwater.rootcause.Adjudication.Rejection;
import io.headwater.x12.TransactionResult;
import io.headwater.x12.write.ClaimReceipts;
import io.headwater.x12.write.ClaimReceipts.Receipt;
import io.headwater.x12.write.ClaimReceipts.Status;
import io.headwater.x12.write.Envelope;
import io.headwater.x12.write.PayerWriter;
import io.headwater.x12.write.RemittanceAdvice;
import io.headwater.x12.write.X12Writer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a payer writes, as X12 text. */
final class Letters {

  private static final int HOUR = 12;

  private Letters() {}

  /** X12 text and what it says. */
  record Letter(String content, List<Said> says) {}

  /** A 999 for the sets of claims of one interchange. */
  static Letter syntax(List<TransactionResult> sets, LocalDate day, long number) {
    var interchange = sets.getFirst().header().interchange();
    var envelope = envelope(interchange.receiver(), interchange.sender(), day, number);
    var says = new ArrayList<Said>();
    for (var set : sets) {
      var taken = set.status() == TransactionResult.Status.ACCEPTED;
      says.add(
          new Said(
              null,
              "Transaction set "
                  + set.header().controlNumber()
                  + (taken ? " was accepted." : " was rejected: its syntax is faulty.")));
    }
    return new Letter(text(out -> X12Writer.acknowledgments(out, envelope, sets)), says);
  }

  /**
   * A claim at the front door.
   *
   * @param rejection why it is turned away, or null
   */
  record Looked(CaseFile file, Rejection rejection) {}

  /** A 277CA for claims that came together for one payer. */
  static Letter receipts(List<Looked> claims, LocalDate day, long number) {
    var first = claims.getFirst().file();
    var submission = first.submission();
    var submitter = Objects.requireNonNullElse(submission.sender(), first.billingNpi()).strip();
    var receipts = new ArrayList<Receipt>();
    var says = new ArrayList<Said>();
    for (var looked : claims) {
      receipts.add(receipt(looked));
      says.add(new Said(looked.file().submission().controlNumber(), words(looked)));
    }
    var all =
        new ClaimReceipts(
            first.payerName(),
            submission.payerId(),
            first.providerName(),
            submitter,
            "SBX" + number,
            CaseFile.clean(Objects.requireNonNullElse(submission.batch(), "SBX" + number), 50),
            day,
            day,
            receipts);
    var envelope = envelope(submission.payerId(), submitter, day, number);
    return new Letter(text(out -> PayerWriter.claimReceipts(out, envelope, List.of(all))), says);
  }

  private static Receipt receipt(Looked looked) {
    var file = looked.file();
    var statuses =
        looked.rejection() == null
            ? List.of(new Status("A2", "20", "PR"))
            : looked.rejection().statuses().stream()
                .map(s -> new Status(s.category(), s.code(), s.entity()))
                .toList();
    var charge =
        file.claim().totalCharge() != null
            ? file.claim().totalCharge()
            : file.lines().stream()
                .map(l -> Objects.requireNonNullElse(l.charge(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Receipt(
        file.submission().controlNumber(),
        file.providerName(),
        file.billingNpi(),
        file.patient(),
        file.memberId(),
        charge,
        looked.rejection() == null ? file.submission().payerControlNumber() : null,
        file.firstService(),
        file.lastService(),
        statuses);
  }

  private static String words(Looked looked) {
    if (looked.rejection() == null) {
      return "Taken into adjudication (A2:20) under the payer's number "
          + looked.file().submission().payerControlNumber()
          + "; to be paid or denied on "
          + looked.file().submission().dueOn()
          + ".";
    }
    var words = new StringBuilder("Turned away at the front door:");
    for (var s : looked.rejection().statuses()) {
      words
          .append(' ')
          .append(s.category())
          .append(':')
          .append(s.code())
          .append(s.entity() == null ? "" : ":" + s.entity())
          .append(' ')
          .append(s.because());
    }
    return words.toString();
  }

  /** An 835. */
  static String remittance(
      RemittanceAdvice advice, String payerId, String receiver, LocalDate day, long number) {
    var envelope = envelope(payerId, receiver, day, number);
    return text(out -> PayerWriter.remittances(out, envelope, List.of(advice)));
  }

  private static Envelope envelope(String sender, String receiver, LocalDate day, long number) {
    return new Envelope(
        "ZZ", clipped(sender), "ZZ", clipped(receiver), day.atTime(HOUR, 0), number, true);
  }

  private static String clipped(String id) {
    var plain = CaseFile.clean(id, 15);
    return plain.isEmpty() ? "SANDBOX" : plain;
  }

  private interface Write {
    void to(OutputStream out) throws IOException;
  }

  private static String text(Write write) {
    var out = new ByteArrayOutputStream();
    try {
      write.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
