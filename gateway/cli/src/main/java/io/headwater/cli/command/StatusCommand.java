package io.headwater.cli.command;

import io.headwater.cli.stack.StackStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code status}: a line a process; exit status 0 only if everything is ready. */
@Command(
    name = "status",
    description = "A line a process: name, process number, port, state.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    List<StackStatus.Line> lines = Here.status().lines();
    if (lines.isEmpty()) {
      System.out.println("not running");
      return 1;
    }
    lines.forEach(line -> System.out.println(line.text()));
    return lines.stream().allMatch(line -> line.state().equals("ready")) ? 0 : 1;
  }
}
