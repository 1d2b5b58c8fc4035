package io.headwater.chassis.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * A fact on its way into the history.
 *
 * @param kind its kind
 * @param id the stored identity
 * @param recordedAt when the practice learned it, to the microsecond
 * @param hash of the record and, unless the kind is kept once, of {@code recordedAt}, so that what
 *     comes twice is kept once
 * @param keys {@code name=value} pairs, parted by {@link #SEPARATOR}
 * @param body the record as JSON
 */
record NewFact(Kind kind, String id, Instant recordedAt, String hash, String keys, String body) {

  /** Parts one key from the next; no value holds it. */
  static final char SEPARATOR = '\u001f';

  private static final int HASH_BYTES = 16;

  /** A fact of a record, which comes as it was read and as it was written. */
  static NewFact of(Kind kind, String id, Instant recordedAt, JsonNode node, String body) {
    var keys =
        kind.keys().stream()
            .flatMap(key -> key.values().apply(node).map(value -> key.name() + "=" + value))
            .distinct()
            .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    return new NewFact(kind, id, recordedAt, hash(kind, recordedAt, body), keys, body);
  }

  /** The stored identity. */
  FactId factId() {
    return new FactId(kind.name(), id);
  }

  private static String hash(Kind kind, Instant recordedAt, String body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      if (!kind.once()) {
        digest.update(recordedAt.toString().getBytes(StandardCharsets.UTF_8));
      }
      var bytes = digest.digest(body.getBytes(StandardCharsets.UTF_8));
      var shown = Base64.getUrlEncoder().withoutPadding();
      return shown.encodeToString(Arrays.copyOf(bytes, HASH_BYTES));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  @Override
  public String toString() {
    return kind.name() + " " + id;
  }
}
