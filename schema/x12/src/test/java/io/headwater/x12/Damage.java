package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Damages a file in every way that happens on the way, and holds the reader to what it promises
 * then.
 */
final class Damage {
  private static final byte[] SPICE =
      "~*:>^\n\r IEASTGEHL0-.\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);

  private final byte[] file;

  private Damage(byte[] file) {
    this.file = file;
  }

  static Damage of(byte[] file) {
    return new Damage(file);
  }

  /** Reads it damaged, so many times, the same way for the same seed. */
  void every(int times, long seed) throws IOException {
    var random = new Random(seed);
    for (var i = 0; i < times; i++) {
      holds(damaged(random));
    }
  }

  private byte[] damaged(Random random) {
    var at = random.nextInt(file.length);
    var length = Math.min(random.nextInt(1, 40), file.length - at);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(file, at);
      case 1 -> join(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + length, file.length));
      case 2 ->
          join(
              Arrays.copyOf(file, at),
              Arrays.copyOfRange(file, Math.max(0, at - length), file.length));
      case 3 -> join(file, Arrays.copyOfRange(file, at, file.length));
      case 4 -> {
        var changed = file.clone();
        changed[at] = SPICE[random.nextInt(SPICE.length)];
        yield changed;
      }
      default -> {
        var changed = file.clone();
        for (var i = at; i < at + length; i++) {
          changed[i] = (byte) random.nextInt(256);
        }
        yield changed;
      }
    };
  }

  private static void holds(byte[] bytes) throws IOException {
    try {
      var read = X12Reader.collect(new ByteArrayInputStream(bytes));
      var summary = read.summary();
      assertThat(summary.transactions()).isEqualTo(summary.accepted() + summary.quarantined());
      assertThat(read.transactions()).hasSize(summary.transactions());
      assertThat(read.transactions())
          .allMatch(
              t ->
                  t.result().errors().isEmpty()
                      == (t.result().status() == TransactionResult.Status.ACCEPTED));
    } catch (NotX12Exception e) {
      assertThat(e).hasMessageContaining("ISA");
    }
  }

  private static byte[] join(byte[] one, byte[] other) {
    var both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
