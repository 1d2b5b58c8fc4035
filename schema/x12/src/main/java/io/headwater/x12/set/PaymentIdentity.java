package io.headwater.x12.set;

import io.headwater.x12.token.Segment;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * What tells the claim payments of one remittance apart, whichever file carries them.
 *
 * <p>The remittance (payer, TRN02, BPR16), CLP01, CLP07 and CLP02 name a payment; the first day of
 * service and the charge tell two visits apart that were billed under one number; an ordinal counts
 * what is the same in all of that. Nothing of it depends on the envelope, on the line breaks or on
 * which other claims stand in the file, so a remittance that is sent again, in another interchange
 * or split over several files, holds the same payments.
 *
 * <pre>60054-TR9001-2026-03-02-CLM-9001-ICN77-4-2026-02-10-185.00-1</pre>
 */
final class PaymentIdentity {
  private final Map<String, Integer> seen = new HashMap<>();
  private long sum;

  /**
   * The identity of a payment.
   *
   * @param remittance the remittance it belongs to; null before BPR and TRN were read
   * @param clp its CLP
   * @param service its first day of service, or null where it names none
   * @param charge CLP03, dollars; a reversal's is negative
   */
  String of(String remittance, Segment clp, LocalDate service, BigDecimal charge) {
    var name =
        String.join(
            "-",
            String.valueOf(remittance),
            String.valueOf(clp.at(1)),
            Objects.requireNonNullElse(clp.at(7), ""),
            String.valueOf(clp.at(2)),
            service == null ? "" : service.toString(),
            cents(charge));
    var id = name + "-" + seen.merge(name, 1, Integer::sum);
    sum += hash(id);
    return id;
  }

  /** The same for the same payments in whatever order, another for others. */
  String fingerprint() {
    return HexFormat.of().toHexDigits(sum);
  }

  private static long hash(String id) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** 185, 185.0 and 185.00 are one charge; so is the one that a reversal takes back. */
  private static String cents(BigDecimal charge) {
    var dollars = Balance.orZero(charge).abs().stripTrailingZeros();
    return dollars.setScale(Math.max(2, dollars.scale())).toPlainString();
  }
}
