package io.headwater.cli.command;

import io.headwater.cli.accuracy.Accuracy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code accuracy}: asks about claims whose truth is known and writes {@code docs/ACCURACY.md}. */
@Command(
    name = "accuracy",
    description = "Asks about claims whose true cause is known; writes docs/ACCURACY.md.",
    mixinStandardHelpOptions = true)
public final class AccuracyCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    String page = new Accuracy(Here.options(), line -> System.err.println(line)).run();
    Path file = Here.root().resolve("docs/ACCURACY.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, page, StandardCharsets.UTF_8);
    System.out.println(page);
    System.out.println(file);
    return 0;
  }
}
