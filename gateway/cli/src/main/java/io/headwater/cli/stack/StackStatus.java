package io.headwater.cli.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A stack seen from another process, through what lies in its folder. */
public final class StackStatus {
  private static final Duration STOP = Duration.ofSeconds(60);

  private final StackFolder folder;

  /** The stack of this folder, running or not. */
  public StackStatus(StackFolder folder) {
    this.folder = folder;
  }

  /**
   * One process of a stack.
   *
   * @param name its name
   * @param pid its process number
   * @param port the port it listens on, 0 for none
   * @param state {@code ready}, {@code starting}, {@code not ready} or {@code stopped}
   */
  public record Line(String name, long pid, int port, String state) {
    /** The line as {@code status} prints it. */
    public String text() {
      String where = port == 0 ? "" : "port " + port;
      return String.format("%-15s pid %-8d %-11s %s", name, pid, where, state);
    }
  }

  /** Whether a supervisor holds the folder now. */
  public boolean running() {
    if (supervisor().map(handle -> handle.pid() == ProcessHandle.current().pid()).orElse(false)) {
      return true; // closing a second channel to the file would release our own lock
    }
    Path lock = folder.run().resolve("lock");
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      return held == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<ProcessHandle> supervisor() {
    return ProcessFile.all(folder).stream()
        .filter(file -> file.name().equals("headwater"))
        .findFirst()
        .flatMap(ProcessFile::handle);
  }

  /** Whether everything of it has started. */
  public boolean ready() {
    return running() && StackFolder.read(folder.ready()).isPresent();
  }

  /** Its processes, by name. */
  public List<Line> lines() {
    return ProcessFile.all(folder).stream()
        .map(file -> new Line(file.name(), file.pid(), file.port(), state(file)))
        .toList();
  }

  private String state(ProcessFile file) {
    if (file.handle().isEmpty()) {
      return "stopped";
    }
    if (file.port() != 0 && Health.ready(file.health(), file.port())) {
      return "ready";
    }
    if (!ready()) {
      return "starting";
    }
    return file.port() == 0 ? "ready" : "not ready";
  }

  /**
   * Stops it, whether its supervisor lives or only what a killed one left behind; false when
   * nothing ran.
   */
  public boolean stop(Consumer<String> tell) {
    boolean ran = running();
    Optional<ProcessHandle> supervisor = supervisor();
    if (ran && supervisor.isPresent()) {
      supervisor.get().destroy();
      awaitEnd();
    }
    ran |= ProcessFile.all(folder).stream().anyMatch(file -> file.handle().isPresent());
    LeftOvers.stop(folder, tell);
    new EmbeddedDatabase(folder, "", 0).stop();
    for (ProcessFile file : ProcessFile.all(folder)) {
      ProcessFile.delete(folder, file.name());
    }
    return ran;
  }

  private void awaitEnd() {
    long deadline = System.nanoTime() + STOP.toNanos();
    while (running() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
