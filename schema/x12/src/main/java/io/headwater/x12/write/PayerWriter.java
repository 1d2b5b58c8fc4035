package io.headwater.x12.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes what payers answer: one interchange to a stream, which stays open. What cannot be written
 * is refused with a {@link NotWritableException}, which leaves the stream unusable: write to a
 * buffer first.
 */
public final class PayerWriter {
  private PayerWriter() {}

  /** 277CA: a transaction set for each 837 that is answered. */
  public static void claimReceipts(
      OutputStream stream, Envelope envelope, List<ClaimReceipts> receipts) throws IOException {
    try (var out = new SegmentWriter(stream, envelope, Guide.RECEIPT)) {
      for (var one : receipts) {
        new ClaimReceiptSet(out).write(one, envelope.at());
      }
    }
  }

  /** 835: a transaction set a payment; one that does not balance is refused. */
  public static void remittances(
      OutputStream stream, Envelope envelope, List<RemittanceAdvice> payments) throws IOException {
    try (var out = new SegmentWriter(stream, envelope, Guide.REMITTANCE)) {
      for (var payment : payments) {
        new RemittanceSet(out).write(payment);
      }
    }
  }
}
