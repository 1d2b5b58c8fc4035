package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.headwater.x12.TransactionResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The feeds of the acceptance cases, read where they lie; skipped where the folder is not there.
 */
class CaseFilesTest {
  private static final Path CASES = Path.of("..", "..", "..", "shared", "cases");

  @Test
  void everyFeedIsAcceptedWithoutAWarning() throws IOException {
    var files = files();
    for (var file : files) {
      try (var in = Files.newInputStream(file)) {
        var read = X12Reader.collect(in);
        assertThat(read.warnings()).as(file.toString()).isEmpty();
        assertThat(read.transactions())
            .as(file.toString())
            .isNotEmpty()
            .allMatch(t -> t.result().status() == Status.ACCEPTED && !t.records().isEmpty());
      }
    }
    System.out.println("Feeds of cases read: " + files.size());
  }

  @Test
  void noFaultOfAByteBreaksTheReader() throws IOException {
    for (var file : files()) {
      Damage.of(Files.readAllBytes(file)).every(60, file.hashCode());
    }
  }

  private static List<Path> files() throws IOException {
    assumeTrue(Files.exists(CASES), "no cases at " + CASES);
    try (var walk = Files.walk(CASES)) {
      return walk.filter(p -> p.toString().endsWith(".x12")).sorted().toList();
    }
  }
}
