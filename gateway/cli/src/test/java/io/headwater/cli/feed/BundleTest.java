package io.headwater.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.cli.feed.Bundle.FeedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  private static final Optional<Instant> NOW = Optional.empty();
  private static final Optional<Instant> PAST = Optional.of(Instant.parse("2026-02-10T14:20:00Z"));

  @TempDir private Path folder;

  @Test
  void smallFilesThatFollowOneAnotherGoTogether() throws IOException {
    assertThat(
            bundled(
                file("a.ndjson", 10, NOW),
                file("b.x12", 10, PAST),
                file("c.ndjson", 10, NOW),
                file("d.x12", 10, PAST)))
        .containsExactly("a.ndjson b.x12 c.ndjson d.x12 dated");
  }

  @Test
  void whatIsLargeEmptyMissingOrStrangeGoesAlone() throws IOException {
    assertThat(
            bundled(
                file("a.x12", 10, NOW),
                file("b.x12", (1 << 20) + 1, NOW),
                file("c.x12", 10, NOW),
                file("d.x12", 0, NOW),
                new FeedFile(folder.resolve("e.x12"), FeedKind.OTHER, NOW),
                new FeedFile(file("f.pdf", 10, NOW).path(), FeedKind.OTHER, NOW),
                file("g.x12", 10, NOW),
                file("h.x12", 10, NOW)))
        .containsExactly("a.x12", "b.x12", "c.x12", "d.x12", "e.x12", "f.pdf", "g.x12 h.x12");
  }

  @Test
  void aBundleHasBounds() throws IOException {
    assertThat(
            bundled(
                file("a.x12", 1 << 20, NOW),
                file("b.x12", 1 << 20, NOW),
                file("c.x12", 1 << 20, NOW),
                file("d.x12", 1 << 20, NOW),
                file("e.x12", 10, NOW)))
        .containsExactly("a.x12 b.x12 c.x12 d.x12", "e.x12");
  }

  @Test
  void instantsOfThePastAreKeptApartFromNowAndFromFractionsOfASecond() throws IOException {
    assertThat(
            bundled(
                file("a.x12", 10, PAST),
                file("b.x12", 10, NOW),
                file("c.x12", 10, PAST),
                file("d.x12", 10, PAST.map(at -> at.plusMillis(1)))))
        .containsExactly("a.x12 dated", "b.x12", "c.x12 dated", "d.x12 dated");
  }

  @Test
  void theZipHoldsThemInTheirOrderWithTheirTimes() throws IOException {
    Bundle bundle = Bundle.of(List.of(file("z.edi", 3, PAST), file("a.ndjson", 2, NOW))).getFirst();

    try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle.zip()))) {
      var first = zip.getNextEntry();
      assertThat(first.getName()).isEqualTo("0.x12");
      assertThat(first.getLastModifiedTime().toInstant()).isEqualTo(PAST.orElseThrow());
      assertThat(zip.readAllBytes()).hasSize(3);
      assertThat(zip.getNextEntry().getName()).isEqualTo("1.ndjson");
      assertThat(zip.readAllBytes()).hasSize(2);
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  private static List<String> bundled(FeedFile... files) {
    return Bundle.of(List.of(files)).stream()
        .map(
            bundle ->
                String.join(
                        " ",
                        bundle.files().stream()
                            .map(file -> file.path().getFileName().toString())
                            .toList())
                    + (bundle.dated() ? " dated" : ""))
        .toList();
  }

  private FeedFile file(String name, int size, Optional<Instant> recordedAt) throws IOException {
    Path path = Files.write(folder.resolve(name), new byte[size]);
    return new FeedFile(path, FeedKind.byName(path), recordedAt);
  }
}
