package io.headwater.cli;

import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.command.AccuracyCommand;
import io.headwater.cli.command.BenchCommand;
import io.headwater.cli.command.CaseCommand;
import io.headwater.cli.command.DemoCommand;
import io.headwater.cli.command.DownCommand;
import io.headwater.cli.command.ImportCommand;
import io.headwater.cli.command.MatchCommand;
import io.headwater.cli.command.SandboxCommand;
import io.headwater.cli.command.StatusCommand;
import io.headwater.cli.command.UnmatchedCommand;
import io.headwater.cli.command.UpCommand;
import io.headwater.cli.command.WhyChangedCommand;
import io.headwater.cli.command.WhyCommand;
import io.headwater.cli.stack.StackFailure;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Headwater. */
@Command(
    name = "headwater",
    mixinStandardHelpOptions = true,
    version = "Headwater 0.1.0",
    description = "Finds where a denial begins.",
    footer = "  test    Runs every test of the repository (./headwater test).",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ImportCommand.class,
      WhyCommand.class,
      WhyChangedCommand.class,
      UnmatchedCommand.class,
      MatchCommand.class,
      CaseCommand.class,
      SandboxCommand.class,
      BenchCommand.class,
      AccuracyCommand.class
    })
public final class Headwater {
  // Held here, or the level would be forgotten with the logger.
  private static final Logger DATABASE_STARTER = Logger.getLogger("io.zonky");

  private Headwater() {}

  /** Carries out one command and ends with its exit status. */
  public static void main(String[] arguments) {
    DATABASE_STARTER.setLevel(Level.OFF);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Headwater())
        .setExecutionExceptionHandler(
            (failure, line, _) -> {
              line.getErr().println("headwater: " + oneLine(failure));
              return 1;
            });
  }

  private static String oneLine(Exception failure) {
    if (failure instanceof StackFailure || failure instanceof GatewayProblem) {
      return failure.getMessage();
    }
    if (System.getenv("HEADWATER_TRACE") != null) {
      failure.printStackTrace();
    }
    return failure + " (HEADWATER_TRACE=1 shows where)";
  }
}
