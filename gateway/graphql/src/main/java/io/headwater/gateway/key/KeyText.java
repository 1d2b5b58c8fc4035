package io.headwater.gateway.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The text of an API key: {@code hw_live_<id>_<secret><crc>}. The secret is 256 random bits in hex,
 * the last eight characters are the CRC-32 of all before, so that a scanner of secrets knows a real
 * key from a lookalike without asking.
 *
 * @param id by which the key is stored and named, 12 hex characters
 * @param secret 64 hex characters; shown once, never stored
 */
public record KeyText(String id, String secret) {

  private static final String PREFIX = "hw_live_";
  private static final int ID = 12;
  private static final int SECRET = 64;
  private static final int CRC = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new random key. */
  public static KeyText random() {
    return new KeyText(hex(ID / 2), hex(SECRET / 2));
  }

  /** The key written in the text, or empty when its form or its checksum is wrong. */
  public static Optional<KeyText> parse(String text) {
    int length = PREFIX.length() + ID + 1 + SECRET + CRC;
    if (text == null || text.length() != length || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int id = PREFIX.length();
    if (text.charAt(id + ID) != '_') {
      return Optional.empty();
    }
    var key =
        new KeyText(text.substring(id, id + ID), text.substring(id + ID + 1, id + ID + 1 + SECRET));
    return key.text().equals(text) ? Optional.of(key) : Optional.empty();
  }

  /** The whole text, as it is shown once. */
  public String text() {
    String head = PREFIX + id + "_" + secret;
    var crc = new CRC32();
    crc.update(head.getBytes(StandardCharsets.US_ASCII));
    return head + String.format("%08x", crc.getValue());
  }

  /** What is stored of the secret: its SHA-256; 256 random bits need no slow hash. */
  public byte[] hash() {
    return sha256(secret);
  }

  /** The SHA-256 of a text. */
  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return PREFIX + id;
  }
}
