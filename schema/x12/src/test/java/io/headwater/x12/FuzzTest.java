package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.headwater.x12.TransactionResult.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Ten thousand damaged files, made of our own golden ones: each is read to its end, in time and
 * within memory, and every transaction set of it is told, accepted or quarantined. What lies before
 * and after the damage, in interchanges of their own, is not lost with it.
 */
class FuzzTest {
  private static final Path CASES = Path.of("src", "test", "resources");
  private static final byte[] BEFORE = inquiry("000000901", "BEFORE");
  private static final byte[] AFTER = inquiry("000000902", "AFTER");
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long LARGE = 24L << 20;
  private static final long HELD = 64L << 20;

  private final List<byte[]> files = golden();

  /** One thing done to a file. */
  record Damaged(int kind, double at, int length, byte spice) {}

  @Property(tries = 10_000, seed = "20260401", shrinking = ShrinkingMode.BOUNDED)
  @Label("a damaged file is read to its end and loses nothing silently")
  void aDamagedFileIsReadToItsEnd(
      @ForAll("file") int file, @ForAll("damages") List<Damaged> damages) throws IOException {
    var bytes = files.get(file);
    for (var damage : damages) {
      bytes = apply(bytes, damage);
    }
    var whole = join(join(BEFORE, bytes), AFTER);
    var started = System.nanoTime();
    var read = X12Reader.collect(new ByteArrayInputStream(whole));
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LONGEST);
    nothingIsLost(read);
    assertThat(accepted(read, "BEFORE")).as("what came before the damage").isTrue();
    assertThat(listed(read, "000000902")).as("what came after the damage").isTrue();
    again(read, whole);
  }

  @Property(tries = 5, seed = "20260402", shrinking = ShrinkingMode.OFF)
  @Label("a damaged file of any size is read within memory")
  void aDamagedFileOfAnySizeIsReadWithinMemory(
      @ForAll("file") int file, @ForAll("damages") List<Damaged> damages) throws IOException {
    var bytes = files.get(file);
    for (var damage : damages) {
      bytes = apply(bytes, damage);
    }
    var before = used();
    var again = new Again(join(BEFORE, bytes));
    var summary = X12Reader.read(again, new X12Listener() {});
    assertThat(again.used - before).as("bytes held midway").isLessThan(HELD);
    assertThat(summary.accepted() + summary.quarantined()).isEqualTo(summary.transactions());
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** A file over and over. */
  private static final class Again extends InputStream {
    private final byte[] file;
    private long given;
    long used;

    Again(byte[] file) {
      this.file = file;
    }

    @Override
    public int read() {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (given >= LARGE) {
        return -1;
      }
      var at = (int) (given % file.length);
      var count = Math.min(length, file.length - at);
      System.arraycopy(file, at, into, from, count);
      if (given < LARGE / 2 && given + count >= LARGE / 2) {
        used = used();
      }
      given += count;
      return count;
    }
  }

  private static void nothingIsLost(X12File read) {
    var summary = read.summary();
    assertThat(summary.accepted() + summary.quarantined()).isEqualTo(summary.transactions());
    assertThat(read.transactions()).hasSize(summary.transactions());
    for (var transaction : read.transactions()) {
      var result = transaction.result();
      assertThat(result.errors().isEmpty()).isEqualTo(result.status() == Status.ACCEPTED);
      assertThat(result.errors()).allMatch(e -> e.position() >= 1 && !e.message().isBlank());
      assertThat(transaction.records()).hasSize(result.records());
    }
  }

  /** Reading without holding records comes to the same. */
  private static void again(X12File read, byte[] whole) {
    assertThatCode(
            () ->
                assertThat(X12Reader.validate(new ByteArrayInputStream(whole)))
                    .extracting(TransactionResult::status)
                    .isEqualTo(read.transactions().stream().map(t -> t.result().status()).toList()))
        .doesNotThrowAnyException();
  }

  private static boolean accepted(X12File read, String trace) {
    return read.transactions().stream()
        .filter(t -> t.result().status() == Status.ACCEPTED)
        .flatMap(t -> t.records().stream())
        .anyMatch(r -> r.record().toString().equals("EligibilityInquiry " + trace));
  }

  private static boolean listed(X12File read, String interchange) {
    return read.transactions().stream()
        .map(t -> t.result().header().interchange().controlNumber())
        .anyMatch(interchange::equals);
  }

  @Provide
  Arbitrary<Integer> file() {
    return Arbitraries.integers().between(0, files.size() - 1);
  }

  @Provide
  Arbitrary<List<Damaged>> damages() {
    var spice =
        Arbitraries.oneOf(
            Arbitraries.of('~', '*', ':', '>', '^', '\n', '\r', ' ', 'I', 'S', 'A', 'E', '0', '-')
                .map(c -> (byte) (char) c),
            Arbitraries.bytes());
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(1, 120),
            spice)
        .as(Damaged::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static byte[] apply(byte[] file, Damaged damage) {
    if (file.length == 0) {
      return file;
    }
    var at = Math.min(file.length - 1, (int) (damage.at() * file.length));
    var to = Math.min(file.length, at + damage.length());
    var before = Arrays.copyOf(file, at);
    var after = Arrays.copyOfRange(file, to, file.length);
    return switch (damage.kind()) {
      case 0 -> before;
      case 1 -> join(before, after);
      case 2 -> join(Arrays.copyOf(file, to), Arrays.copyOfRange(file, at, file.length));
      case 3 -> join(join(before, filled(damage)), Arrays.copyOfRange(file, at, file.length));
      case 4 -> replaced(file, damage.spice(), (byte) '~');
      case 5 -> join(after, before);
      case 6 -> join(join(before, filled(damage)), after);
      default -> {
        var changed = file.clone();
        changed[at] = damage.spice();
        yield changed;
      }
    };
  }

  private static byte[] filled(Damaged damage) {
    var filled = new byte[damage.length()];
    Arrays.fill(filled, damage.spice());
    return filled;
  }

  private static byte[] replaced(byte[] file, byte what, byte with) {
    var changed = file.clone();
    for (var i = 0; i < changed.length; i++) {
      changed[i] = changed[i] == what ? with : changed[i];
    }
    return changed;
  }

  private static byte[] join(byte[] one, byte[] other) {
    var both = new ByteArrayOutputStream(one.length + other.length);
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }

  private static List<byte[]> golden() {
    try (var walk = Files.walk(CASES)) {
      return walk.filter(p -> p.endsWith("in.edi")).sorted().map(FuzzTest::bytes).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] inquiry(String control, String trace) {
    return ("ISA*00*          *00*          *ZZ*WILLOWCLINIC   *ZZ*HARBORPAY     "
            + " *260401*0930*^*00501*"
            + control
            + "*0*T*:~GS*HS*WILLOWCLINIC*HARBORPAY*20260401*0930*9*X*005010X279A1~"
            + "ST*270*0001*005010X279A1~BHT*0022*13*Q*20260401*0930~HL*1**20*1~"
            + "NM1*PR*2*HARBOR PAY*****PI*HRB01~HL*2*1*21*1~NM1*1P*2*WILLOW*****XX*1777000013~"
            + "HL*3*2*22*0~TRN*1*"
            + trace
            + "*9WILLOWCLI~NM1*IL*1*MOSS*ADA****MI*HRB1~EQ*30~SE*11*0001~GE*1*9~IEA*1*"
            + control
            + "~\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
