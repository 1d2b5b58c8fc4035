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
    List<Path> elsewhere =
        folders.stream()
            .filter(folder -> running.isEmpty() || !canAsk(running.get(), folder))
            .toList();
    int failed = 0;
    for (Path folder : folders) {
      if (!elsewhere.contains(folder)) {
        failed += run(folder, running.orElseThrow());
      }
    }
    if (!elsewhere.isEmpty()) {
      failed += runOnTheirOwn(elsewhere, running.isPresent());
    }
    System.out.println(folders.size() - failed + " passed, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }

  /** A case with an outage needs a stack that can feign one. */
  private static boolean canAsk(Gateway running, Path folder) {
    return AcceptanceCase.read(folder).questions().stream()
            .allMatch(question -> question.outage().isEmpty())
        || running.hasOutageDoor();
  }

  private static int runOnTheirOwn(List<Path> folders, boolean besideAnother) {
    System.err.println(
        besideAnother
            ? "The running stack cannot feign outages; starting one that can for "
                + folders.size()
                + " case(s)."
            : "No stack runs here; starting one for the cases.");
    try (TemporaryStack stack =
        TemporaryStack.start(Here.options(), line -> System.err.println(line))) {
      Gateway operator = new Gateway(stack.url(), stack.operatorKey());
      return folders.stream().mapToInt(folder -> run(folder, operator)).sum();
    }
  }

  private static int run(Path folder, Gateway operator) {
    CaseResult result = new CaseRun(operator).run(folder);
    System.out.println(result.text());
    return result.passed() ? 0 : 1;
  }
}
