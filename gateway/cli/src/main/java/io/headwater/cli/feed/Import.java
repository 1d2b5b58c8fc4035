package io.headwater.cli.feed;

import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.client.SentFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Sends files through the gateway's doors, several at once where their order does not matter, and
 * prints a line a file, in order.
 */
public final class Import {
  private static final int AT_ONCE = 6;

  private final Gateway gateway;
  private final PrintStream out;
  private final boolean quiet;
  private Function<Path, Optional<Instant>> recordedAt = _ -> Optional.empty();

  /** Sends to this gateway; a quiet import prints only what was not accepted. */
  public Import(Gateway gateway, PrintStream out, boolean quiet) {
    this.gateway = gateway;
    this.out = out;
    this.quiet = quiet;
  }

  /** The same, with the instants at which the practice learned of X12 files of its past. */
  public Import recordedAt(Function<Path, Optional<Instant>> instants) {
    this.recordedAt = instants;
    return this;
  }

  /**
   * Sends all of them; true only if everything in them was accepted. Files that speak of the same
   * kinds of fact go in this order.
   */
  public boolean send(List<Path> files) {
    boolean all = true;
    try (Progress progress =
            new Progress("Importing", files.stream().mapToLong(Import::size).sum());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Sending> sendings = new ArrayList<>();
      Semaphore places = new Semaphore(AT_ONCE);
      for (Path file : files) {
        sendings.add(start(file, progress, List.copyOf(sendings), places, threads));
      }
      for (Sending sending : sendings) {
        Reception reception = sending.received().join();
        all &= reception.accepted();
        if (!reception.accepted() || !quiet) {
          progress.beside(() -> out.println(sending.file() + "  " + reception.summary()));
        }
      }
    }
    return all;
  }

  /** A file on its way. */
  private record Sending(Path file, Set<String> kinds, CompletableFuture<Reception> received) {}

  private Sending start(
      Path file, Progress progress, List<Sending> before, Semaphore places, Executor threads) {
    Set<String> kinds = FeedOrder.kinds(file);
    CompletableFuture<?>[] ahead =
        before.stream()
            .filter(other -> !other.received().isDone())
            .filter(other -> FeedOrder.ordered(kinds, other.kinds()))
            .map(Sending::received)
            .toArray(CompletableFuture[]::new);
    return new Sending(
        file,
        kinds,
        CompletableFuture.allOf(ahead)
            .thenApplyAsync(
                _ -> {
                  places.acquireUninterruptibly();
                  try {
                    return send(file, progress);
                  } finally {
                    places.release();
                  }
                },
                threads));
  }

  private Reception send(Path file, Progress progress) {
    if (!Files.isRegularFile(file)) {
      return refused("no such file");
    }
    SentFile sent = new SentFile(file, progress::advance);
    try (ReadingWatch _ = ReadingWatch.of(gateway, file)) {
      return switch (FeedKind.of(file)) {
        case X12 -> Reception.of(gateway.x12(sent, recordedAt.apply(file)));
        case RECORDS -> Reception.of(gateway.records(sent));
        case OTHER -> refused("not read: neither X12 (ISA…) nor records (a JSON object a line)");
      };
    } catch (GatewayProblem e) {
      return refused(e.getMessage());
    }
  }

  private static Reception refused(String why) {
    return new Reception(false, why, List.of(why));
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
