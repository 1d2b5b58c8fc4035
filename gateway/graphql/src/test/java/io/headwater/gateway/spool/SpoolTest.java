package io.headwater.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headwater.gateway.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 1 << 20, (1 << 20) + 1, 3_000_000})
  void aBodyIsReadAsOftenAsOneLikes(int size) throws IOException {
    byte[] body = bytes(size);
    try (var spool = Spool.of(new ByteArrayInputStream(body), null)) {
      assertThat(spool.whole()).isTrue();
      assertThat(spool.length()).isEqualTo(size);
      for (int i = 0; i < 2; i++) {
        try (var in = spool.open()) {
          assertThat(in.readAllBytes()).isEqualTo(body);
        }
      }
      assertThat(spool.sha256(size)).isEqualTo(spool.sha256());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 2_000_000})
  void aBodyThatBreaksOffIsTheBeginningOfTheWhole(int came) throws IOException {
    byte[] body = bytes(3_000_000);
    var broken = new SequenceInputStream(new ByteArrayInputStream(body, 0, came), new Broken());
    try (var beginning = Spool.of(broken, null);
        var all = Spool.of(new ByteArrayInputStream(body), null)) {
      assertThat(beginning.whole()).isFalse();
      assertThat(beginning.length()).isEqualTo(came);
      assertThat(all.sha256(came)).isEqualTo(beginning.sha256()).isNotEqualTo(all.sha256());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 15})
  void anHonestGzipOfFewMegabytesIsUnpackedWhateverItHolds(int megabytes) throws IOException {
    try (var spool = Spool.of(new ByteArrayInputStream(packed(megabytes)), "gzip")) {
      assertThat(spool.length()).isEqualTo((long) megabytes << 20);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 256})
  void aGzipThatUnpacksToAThousandTimesItsSizeIsRefused(int megabytes) throws IOException {
    byte[] bomb = packed(megabytes);

    assertThatThrownBy(() -> Spool.of(new ByteArrayInputStream(bomb), null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("150 times");
  }

  private static byte[] packed(int megabytes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      byte[] nothing = new byte[1 << 20];
      Arrays.fill(nothing, (byte) ' ');
      for (int i = 0; i < megabytes; i++) {
        gzip.write(nothing);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("gone");
    }
  }
}
