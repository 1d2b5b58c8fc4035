package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.stack.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens when a part of the stack dies. */
@ExtendWith(WholeStack.class)
class FailureJourneyIT {
  private static final Path FEED = Path.of("src/test/resources/cases/S1-auth-scope/feed");
  private static final String CLAIM = "CLM-3001";

  @Test
  void aKilledServiceIsMissedInTheAnswerAndStartedAgain(WholeStack.Running running)
      throws Exception {
    Gateway practice = running.newPractice("Killed");
    load(practice);
    StackStatus status = new StackStatus(running.stack().folder());
    StackStatus.Line killed = line(status, "authorizations");

    ProcessHandle process = ProcessHandle.of(killed.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    JsonNode partial = answer(practice);
    await(() -> line(status, "authorizations").state().equals("ready"));

    assertThat(partial.path("lines").path(0).path("denied").asDouble()).isEqualTo(185.0);
    assertThat(partial.path("completeness").path("missing").toString()).contains("AUTHORIZATIONS");
    assertThat(codes(partial, "untestable")).contains("AUTH.ABSENT");
    assertThat(codes(partial, "causes")).doesNotContain("AUTH.ABSENT");
    assertThat(line(status, "authorizations").pid()).isNotEqualTo(killed.pid());
    await(() -> answer(practice).path("completeness").path("missing").isEmpty());
  }

  private static void load(Gateway practice) throws Exception {
    try (Stream<Path> files = Files.list(FEED)) {
      for (Path file : files.sorted().toList()) {
        boolean records = file.toString().endsWith(".ndjson");
        assertThat(
                (records ? practice.records(file) : practice.x12(file, Optional.empty()))
                    .successful())
            .isTrue();
      }
    }
  }

  private static JsonNode answer(Gateway practice) {
    return practice.why(CLAIM, Optional.empty()).body().path("data").path("whyDenied");
  }

  private static List<String> codes(JsonNode answer, String list) {
    return answer.path(list).findValuesAsText("code");
  }

  private static StackStatus.Line line(StackStatus status, String name) {
    return status.lines().stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      Thread.sleep(200);
    }
  }
}
