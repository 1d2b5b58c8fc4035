package io.headwater.cli.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Processes of an earlier run whose supervisor was killed: they are stopped before the folder is
 * used again.
 */
final class LeftOvers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private LeftOvers() {}

  /**
   * Stops what is left over, the calling process excepted; the database itself is stopped by its
   * own start.
   */
  static void stop(StackFolder folder, Consumer<String> tell) {
    List<ProcessFile> known = ProcessFile.all(folder);
    for (ProcessFile file : known) {
      if (file.name().equals("postgres")) {
        continue;
      }
      file.handle()
          .filter(handle -> handle.pid() != ProcessHandle.current().pid())
          .ifPresent(
              handle -> {
                tell.accept(
                    "stopping "
                        + file.name()
                        + " (pid "
                        + file.pid()
                        + ") left over from an earlier run");
                end(handle);
              });
      if (!file.name().equals("headwater")) {
        ProcessFile.delete(folder, file.name());
      }
    }
  }

  /** Asks a process to end, then makes it. */
  static void end(ProcessHandle handle) {
    handle.destroy();
    try {
      handle.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      handle.destroyForcibly();
    } catch (InterruptedException e) {
      handle.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
