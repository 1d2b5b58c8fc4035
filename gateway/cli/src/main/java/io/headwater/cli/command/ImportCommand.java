package io.headwater.cli.command;

import io.headwater.cli.feed.FeedFiles;
import io.headwater.cli.feed.Import;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: files through the gateway's doors, a line a file. */
@Command(
    name = "import",
    description =
        "Sends X12 interchanges and record files; exit status 0 only if all was accepted.",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders in name order.")
  private List<Path> files;

  @Option(
      names = "--recorded-at",
      paramLabel = "T",
      description = "When the practice learned of the X12 files, to load its past.")
  private String recordedAt;

  @Override
  public Integer call() {
    Optional<Instant> learned = Optional.ofNullable(recordedAt).map(WhyCommand::instant);
    boolean all =
        new Import(Here.gateway(), System.out, false)
            .recordedAt(_ -> learned)
            .send(FeedFiles.of(files));
    return all ? 0 : 1;
  }
}
