package io.headwater.cli.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A small practice to try the sandbox with: two visits, one that pays and one by a clinician whose
 * enrollment began too late.
 */
public final class Sample {
  private Sample() {}

  /** Everything that the practice knows before it bills, as bulk records. */
  public static String records() {
    return resource("/sandbox/records.ndjson");
  }

  /** Its claims. */
  public static ClaimFile claims() {
    return ClaimFile.of(resource("/sandbox/claims.x12"), "The sample");
  }

  private static String resource(String name) {
    try (InputStream stream = Objects.requireNonNull(Sample.class.getResourceAsStream(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
