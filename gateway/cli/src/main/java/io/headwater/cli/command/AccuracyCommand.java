package io.headwater.cli.command;

import io.headwater.cli.accuracy.Accuracy;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.stack.TemporaryStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
    String page = page();
    Path file = Here.root().resolve("docs/ACCURACY.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, page, StandardCharsets.UTF_8);
    System.out.println(page);
    System.out.println(file);
    return 0;
  }

  /** Asks the stack that runs here, if it can feign outages, or one of its own. */
  private static String page() throws IOException {
    Optional<Gateway> running = Here.operator().filter(Gateway::hasOutageDoor);
    Path made = Files.createTempDirectory("headwater-accuracy");
    if (running.isPresent()) {
      return new Accuracy(running.get(), Here.root(), System.err::println).run(made);
    }
    try (TemporaryStack stack = TemporaryStack.start(Here.options(), System.err::println)) {
      Gateway operator = new Gateway(stack.url(), stack.operatorKey());
      return new Accuracy(operator, Here.root(), System.err::println).run(made);
    }
  }
}
