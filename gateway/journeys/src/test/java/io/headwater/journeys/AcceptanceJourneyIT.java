package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.cli.acceptance.AcceptanceCase;
import io.headwater.cli.acceptance.CaseRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every acceptance case, a test each: those kept here, and those that lie beside the repository.
 */
@ExtendWith(WholeStack.class)
class AcceptanceJourneyIT {
  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources/cases"), Path.of("../../../shared/cases"));

  @TestFactory
  Stream<DynamicTest> everyCaseHolds(WholeStack.Running running) {
    CaseRun run = new CaseRun(running.operator());
    return folders()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () ->
                        assertThat(run.run(folder).mismatches())
                            .as(folder.getFileName().toString())
                            .isEmpty()));
  }

  private static Stream<Path> folders() {
    TreeMap<String, Path> byName = new TreeMap<>();
    AcceptanceCase.folders(FOLDERS.stream().filter(Files::isDirectory).toList())
        .forEach(folder -> byName.put(folder.getFileName().toString(), folder));
    return byName.values().stream();
  }
}
