package io.headwater.cli.stack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One program of the stack while the stack runs: started, waited for, started again when it dies,
 * stopped.
 */
final class SupervisedProcess {
  private static final Duration STEADY = Duration.ofSeconds(30);
  private static final long LONGEST_PAUSE_MILLIS = 10_000;
  private static final long LARGE_LOG = 10L * 1024 * 1024;

  private final Application application;
  private final StackFolder folder;
  private final Consumer<String> tell;
  private volatile boolean stopping;
  private volatile boolean wasReady;
  private volatile Process process;
  private long pauseMillis = 500;

  SupervisedProcess(Application application, StackFolder folder, Consumer<String> tell) {
    this.application = application;
    this.folder = folder;
    this.tell = tell;
  }

  String name() {
    return application.name();
  }

  /** Starts it; does not wait until it is ready. */
  synchronized void start() {
    if (stopping) {
      return;
    }
    Path log = folder.log(name());
    try {
      if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
        Files.move(log, log.resolveSibling(name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      ProcessBuilder builder = new ProcessBuilder(application.command());
      builder.directory(application.folder().toFile());
      builder.environment().putAll(application.environment());
      builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
      process = builder.start();
    } catch (IOException e) {
      throw new StackFailure(name() + " cannot be started: " + e.getMessage(), e);
    }
    ProcessFile.write(
        folder, name(), process.toHandle(), application.port(), application.healthUrls());
    long startedNanos = System.nanoTime();
    process.onExit().thenAccept(ended -> ended(ended, startedNanos));
  }

  private void ended(Process ended, long startedNanos) {
    if (stopping || !wasReady) {
      return;
    }
    // Ctrl-C reaches the children as well: give our own stop the time to say so.
    pause(pauseMillis);
    if (stopping) {
      return;
    }
    boolean steady = System.nanoTime() - startedNanos > STEADY.toNanos();
    pauseMillis = steady ? 500 : Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
    tell.accept(
        name()
            + " (pid "
            + ended.pid()
            + ") ended with status "
            + ended.exitValue()
            + "; starting it again");
    try {
      start();
    } catch (StackFailure e) {
      tell.accept(e.getMessage());
    }
  }

  /** Waits until it is ready; tells in one line why when it dies or takes too long. */
  void awaitReady(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!Health.ready(application.healthUrls(), application.port())) {
      if (stopping) {
        throw new StackFailure("Stopped while starting.");
      }
      if (!process.isAlive()) {
        throw new StackFailure(
            name()
                + " does not start: "
                + LogTail.reason(
                    folder.log(name()), "it ended with status " + process.exitValue()));
      }
      if (System.nanoTime() > deadline) {
        throw new StackFailure(
            name()
                + " is not ready after "
                + patience.toSeconds()
                + " s: "
                + LogTail.reason(
                    folder.log(name()),
                    "no answer from "
                        + (application.healthUrls().isEmpty()
                            ? "its port"
                            : application.healthUrls().getFirst())));
      }
      pause(100);
    }
    wasReady = true;
  }

  /** Its process number now. */
  Optional<Long> pid() {
    return Optional.ofNullable(process).map(Process::pid);
  }

  /** Asks it to stop and does not start it again. */
  void requestStop() {
    stopping = true;
    Process running = process;
    if (running != null) {
      running.destroy();
    }
  }

  /** Waits for its end after {@link #requestStop()}; ends it by force when it takes too long. */
  synchronized void awaitStop(Duration patience) {
    if (process == null) {
      return;
    }
    try {
      process.destroy();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    ProcessFile.delete(folder, name());
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
