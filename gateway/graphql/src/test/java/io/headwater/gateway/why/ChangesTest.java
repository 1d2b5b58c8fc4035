package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.gateway.upstream.Fact;
import io.headwater.rootcause.WhyChanged;
import io.headwater.rootcause.WhyDenied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Answers to one question known at two instants differ only through what was recorded in between,
 * and the difference names exactly that.
 */
class ChangesTest {

  private static final Path PACKS = Path.of("src/test/resources/packs");

  @TestFactory
  Stream<DynamicTest> answersDifferOnlyThroughWhatWasRecordedInBetween() throws IOException {
    try (var all = Files.list(PACKS)) {
      return all.filter(Files::isDirectory).sorted().toList().stream()
          .map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> compare(p)));
    }
  }

  private static void compare(Path folder) throws IOException {
    var pack = Pack.read(folder);
    var instants = pack.instants();
    var to = pack.latest().plusSeconds(60);
    for (var from : List.of(instants.get(instants.size() / 2), to.minusSeconds(30), to)) {
      compare(pack, from, to);
    }
  }

  private static void compare(Pack pack, Instant from, Instant to) {
    var earlier = pack.dossier(from, Set.of(), f -> !f.recordedAt().isAfter(from));
    var later = pack.dossier(to, Set.of(), f -> !f.recordedAt().isAfter(to));
    var changed = WhyChanged.between(earlier, later);

    assertThat(changed.records())
        .allMatch(r -> r.recordedAt().isAfter(from) && !r.recordedAt().isAfter(to));
    var told =
        changed.records().stream()
            .map(r -> r.kind() + " " + r.record() + " " + r.version() + " " + r.recordedAt())
            .collect(Collectors.toSet());
    var heard =
        pack.dossier(to, Set.of(), f -> !f.recordedAt().isAfter(from) || told.contains(key(f)));
    assertThat(WhyDenied.diagnose(heard)).isEqualTo(WhyDenied.diagnose(later));
    if (changed.records().isEmpty() && !changed.timePassed()) {
      assertThat(changed.changed()).isFalse();
      assertThat(changed.causes()).isEmpty();
    }
  }

  private static String key(Fact f) {
    return f.kind() + " " + f.id() + " " + f.version() + " " + f.recordedAt();
  }
}
