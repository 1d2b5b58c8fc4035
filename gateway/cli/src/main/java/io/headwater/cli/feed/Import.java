package io.headwater.cli.feed;

import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.client.SentFile;
import io.headwater.cli.feed.Bundle.FeedFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
      for (Bundle bundle : Bundle.of(files.stream().map(this::feed).toList())) {
        sendings.add(start(bundle, progress, List.copyOf(sendings), places, threads));
      }
      for (Sending sending : sendings) {
        List<Reception> receptions = sending.received().join();
        for (int i = 0; i < receptions.size(); i++) {
          all &= told(sending.bundle().files().get(i).path(), receptions.get(i), progress);
        }
      }
    }
    return all;
  }

  private FeedFile feed(Path file) {
    FeedKind kind = Files.isRegularFile(file) ? FeedKind.of(file) : FeedKind.OTHER;
    return new FeedFile(
        file, kind, kind == FeedKind.X12 ? recordedAt.apply(file) : Optional.empty());
  }

  private boolean told(Path file, Reception reception, Progress progress) {
    if (!reception.accepted() || !quiet) {
      progress.beside(() -> out.println(file + "  " + reception.summary()));
    }
    return reception.accepted();
  }

  /** Files on their way. */
  private record Sending(
      Bundle bundle, Set<String> kinds, CompletableFuture<List<Reception>> received) {}

  private Sending start(
      Bundle bundle, Progress progress, List<Sending> before, Semaphore places, Executor threads) {
    Set<String> kinds = FeedOrder.kinds(bundle.files().stream().map(FeedFile::path).toList());
    CompletableFuture<?>[] ahead =
        before.stream()
            .filter(other -> !other.received().isDone())
            .filter(other -> FeedOrder.ordered(kinds, other.kinds()))
            .map(Sending::received)
            .toArray(CompletableFuture[]::new);
    return new Sending(
        bundle,
        kinds,
        CompletableFuture.allOf(ahead)
            .thenApplyAsync(
                _ -> {
                  places.acquireUninterruptibly();
                  try {
                    return send(bundle, progress);
                  } finally {
                    places.release();
                  }
                },
                threads));
  }

  private List<Reception> send(Bundle bundle, Progress progress) {
    if (bundle.files().size() == 1) {
      return List.of(send(bundle.files().getFirst(), progress));
    }
    try {
      List<Reception> receptions =
          Reception.each(gateway.files(bundle.zip(), bundle.dated()), bundle.files().size());
      progress.advance(bundle.files().stream().mapToLong(FeedFile::size).sum());
      return receptions;
    } catch (GatewayProblem e) {
      return Collections.nCopies(bundle.files().size(), refused(e.getMessage()));
    } catch (IOException e) {
      return Collections.nCopies(
          bundle.files().size(), refused("cannot be read: " + e.getMessage()));
    }
  }

  private Reception send(FeedFile file, Progress progress) {
    if (!Files.isRegularFile(file.path())) {
      return refused("no such file");
    }
    SentFile sent = new SentFile(file.path(), progress::advance);
    try (ReadingWatch _ = ReadingWatch.of(gateway, file.path())) {
      return switch (file.kind()) {
        case X12 -> Reception.of(gateway.x12(sent, file.recordedAt()));
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
