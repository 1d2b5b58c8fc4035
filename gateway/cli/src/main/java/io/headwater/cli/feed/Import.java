package io.headwater.cli.feed;

import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.client.SentFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sends files through the gateway's doors one after the other and prints a line a file. */
public final class Import {
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

  /** Sends all of them, in this order; true only if everything in them was accepted. */
  public boolean send(List<Path> files) {
    boolean all = true;
    try (Progress progress =
        new Progress("Importing", files.stream().mapToLong(Import::size).sum())) {
      for (Path file : files) {
        Reception reception = send(file, progress);
        all &= reception.accepted();
        if (!reception.accepted() || !quiet) {
          progress.beside(() -> out.println(file + "  " + reception.summary()));
        }
      }
    }
    return all;
  }

  private Reception send(Path file, Progress progress) {
    if (!Files.isRegularFile(file)) {
      return refused("no such file");
    }
    SentFile sent = new SentFile(file, progress::advance);
    try {
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
