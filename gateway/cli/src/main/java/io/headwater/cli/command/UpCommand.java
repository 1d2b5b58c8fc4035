package io.headwater.cli.command;

import io.headwater.cli.client.EnvironmentFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up}: the stack, in the foreground until Ctrl-C, or detached. */
@Command(
    name = "up",
    description = "Starts the stack and serves until Ctrl-C.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  @Option(names = "--empty", description = "Without the data of the demo practice.")
  private boolean empty;

  @Option(
      names = "--detach",
      description = "Returns when the stack is ready and leaves it running.")
  private boolean detach;

  @Override
  public Integer call() {
    if (Here.status().ready()) {
      System.out.println(
          "Headwater runs already: "
              + EnvironmentFile.read(Here.folder().environment()).get(EnvironmentFile.URL));
      return 0;
    }
    if (detach) {
      return new Detached(empty).start();
    }
    new Serve(Here.options(), System.out::println).untilStopped(!empty, (_, _) -> {});
    return 0;
  }
}
