package io.headwater.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A stack in a folder of its own that is gone, with its data, when it is closed or the program
 * ends.
 */
public final class TemporaryStack implements AutoCloseable {
  private final Stack stack;
  private final Path folder;
  private final Thread atExit = new Thread(this::end, "stop");

  private TemporaryStack(Stack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  /** Starts one from the built applications, on a free port and with the outage door open. */
  public static TemporaryStack start(StackOptions options, Consumer<String> tell) {
    try {
      Path folder = Files.createTempDirectory("headwater-");
      TemporaryStack temporary =
          new TemporaryStack(new Stack(options.temporary(folder), tell), folder);
      Runtime.getRuntime().addShutdownHook(temporary.atExit);
      try {
        temporary.stack.start();
      } catch (StackFailure e) {
        temporary.close();
        throw e;
      }
      return temporary;
    } catch (IOException e) {
      throw new StackFailure("No temporary folder can be made: " + e.getMessage(), e);
    }
  }

  /** The gateway's address. */
  public String url() {
    return stack.url();
  }

  /** The key that may create practices. */
  public String operatorKey() {
    return stack.operatorKey();
  }

  /** A connection to the stack's database that sees all of it. */
  public Connection administrator() throws SQLException {
    return stack.administrator();
  }

  /** The folder of the stack. */
  public StackFolder folder() {
    return stack.folder();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the program ends already, and the hook does the work
    }
    end();
  }

  private void end() {
    stack.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new StackFailure("Cannot remove " + folder + ": " + e.getMessage(), e);
    }
  }
}
