package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.bench.LargeRemittance;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.stack.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when a part of the stack dies. */
@ExtendWith(WholeStack.class)
class FailureJourneyIT {
  private static final Path FEED = Path.of("src/test/resources/cases/S1-auth-scope/feed");
  private static final String CLAIM = "CLM-3001";

  /** So much of a large payment is written when someone dies. */
  private static final long ENOUGH = 8 << 20;

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

  @ParameterizedTest
  @ValueSource(strings = {"payments", "gateway"})
  void aSetOfWhichAPartWasReadWhenSomeoneDiedIsNotThere(
      String victim, WholeStack.Running running, @TempDir Path folder) throws Exception {
    Gateway practice = running.newPractice("Dies in the middle of a payment");
    Path file = folder.resolve("large.835");
    LargeRemittance.write(file, "MID", 40_000);
    StackStatus status = new StackStatus(running.stack().folder());
    StackStatus.Line killed = line(status, victim);

    long before = written(running);
    CompletableFuture<Boolean> sent = CompletableFuture.supplyAsync(() -> accepted(practice, file));
    await(() -> written(running) > before + ENOUGH);
    ProcessHandle process = ProcessHandle.of(killed.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();

    assertThat(sent.join()).isFalse();
    await(() -> line(status, victim).state().equals("ready"));
    await(() -> first(practice) != 503);
    assertThat(first(practice)).isEqualTo(404);
    await(() -> accepted(practice, file));
    assertThat(first(practice)).isEqualTo(200);
    assertThat(practice.x12(file, Optional.empty()).status()).isEqualTo(200);
  }

  /** How many bytes of history payments has on disk, visible or not. */
  private static long written(WholeStack.Running running) {
    try (var database = running.stack().administrator();
        var sql = database.createStatement();
        var rows = sql.executeQuery("select pg_relation_size('payments.fact')")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException away) {
      throw new IllegalStateException(away);
    }
  }

  private static boolean accepted(Gateway practice, Path file) {
    try {
      return practice.x12(file, Optional.empty()).status() == 201;
    } catch (GatewayProblem gone) {
      return false;
    }
  }

  /** How the door answers for the first claim payment of the large file. */
  private static int first(Gateway practice) {
    try {
      return practice
          .get(
              "/v1/facts/claim-payment?id=60054-MID-2026-03-10-MID-1-ICNMID-1-1-2026-02-02-320.00-1")
          .status();
    } catch (GatewayProblem gone) {
      return 503;
    }
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
