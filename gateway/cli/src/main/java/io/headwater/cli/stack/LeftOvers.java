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
    List<ProcessFile> running =
        ProcessFile.all(folder).stream()
            .filter(file -> !file.name().equals("postgres"))
            .filter(file -> file.pid() != ProcessHandle.current().pid())
            .filter(file -> file.handle().isPresent())
            .toList();
    if (!running.isEmpty()) {
      List<String> names =
          running.stream().map(file -> file.name() + " (pid " + file.pid() + ")").toList();
      tell.accept("stopping what is left of an earlier run: " + String.join(", ", names));
    }
    running.forEach(file -> file.handle().ifPresent(ProcessHandle::destroy));
    running.forEach(file -> file.handle().ifPresent(LeftOvers::awaitEnd));
    ProcessFile.all(folder).stream()
        .filter(file -> file.handle().isEmpty())
        .forEach(file -> ProcessFile.delete(folder, file.name()));
  }

  private static void awaitEnd(ProcessHandle handle) {
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
