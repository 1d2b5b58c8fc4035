package io.headwater.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code down}: stops the stack and keeps its data. */
@Command(
    name = "down",
    description = "Stops the stack; its data stays.",
    mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    boolean ran = Here.status().stop(System.out::println);
    System.out.println(ran ? "stopped" : "nothing was running");
    return 0;
  }
}
