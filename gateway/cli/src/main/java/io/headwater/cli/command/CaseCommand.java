package io.headwater.cli.command;

import io.headwater.cli.acceptance.AcceptanceCase;
import io.headwater.cli.acceptance.CaseResult;
import io.headwater.cli.acceptance.CaseRun;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.stack.TemporaryStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code case}: acceptance cases against the running stack, or against one of their own. */
@Command(
    name = "case",
    description =
        "Loads acceptance cases and checks what they expect; exit status 0 only if all hold.",
    mixinStandardHelpOptions = true)
public final class CaseCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "Folders of cases, or a folder that holds such folders.")
  private List<Path> given;

  @Override
  public Integer call() {
    List<Path> folders = AcceptanceCase.folders(given);
    Optional<Gateway> running = Here.operator();
    if (running.isPresent()) {
      return run(folders, running.get());
    }
    System.err.println("No stack runs here; starting one for the cases.");
    try (TemporaryStack stack =
        TemporaryStack.start(Here.options(), line -> System.err.println(line))) {
      return run(folders, new Gateway(stack.url(), stack.operatorKey()));
    }
  }

  private static int run(List<Path> folders, Gateway operator) {
    CaseRun run = new CaseRun(operator);
    int failed = 0;
    for (Path folder : folders) {
      CaseResult result = run.run(folder);
      System.out.println(result.text());
      failed += result.passed() ? 0 : 1;
    }
    System.out.println(folders.size() - failed + " passed, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }
}
