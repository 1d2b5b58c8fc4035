package io.headwater.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the folder of a stack says of one of its processes, for commands that run beside it.
 *
 * @param name name of the process
 * @param pid its process number
 * @param port the port it listens on, 0 for none
 * @param startedAt when the operating system started it, to know it from a later process of the
 *     same number
 * @param health where to ask whether it is ready; none means that an open port is enough
 */
record ProcessFile(String name, long pid, int port, Instant startedAt, List<String> health) {
  private static final String ENDING = ".process";

  /** Notes a process that has just been started. */
  static void write(
      StackFolder folder, String name, ProcessHandle process, int port, List<String> health) {
    Instant started = process.info().startInstant().orElse(Instant.EPOCH);
    StackFolder.write(
        folder.run().resolve(name + ENDING),
        process.pid()
            + " "
            + port
            + " "
            + started
            + " "
            + (health.isEmpty() ? "-" : String.join(",", health))
            + "\n");
  }

  /** Forgets a process. */
  static void delete(StackFolder folder, String name) {
    try {
      Files.deleteIfExists(folder.run().resolve(name + ENDING));
    } catch (IOException e) {
      throw new StackFailure("Cannot write to " + folder.run() + ": " + e.getMessage(), e);
    }
  }

  /** Every process that the folder knows of, by name. */
  static List<ProcessFile> all(StackFolder folder) {
    if (!Files.isDirectory(folder.run())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.run())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted()
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<ProcessFile> read(Path file) {
    String name = file.getFileName().toString();
    return StackFolder.read(file)
        .map(text -> Arrays.asList(text.split(" ")))
        .filter(parts -> parts.size() == 4)
        .map(
            parts ->
                new ProcessFile(
                    name.substring(0, name.length() - ENDING.length()),
                    Long.parseLong(parts.get(0)),
                    Integer.parseInt(parts.get(1)),
                    Instant.parse(parts.get(2)),
                    parts.get(3).equals("-") ? List.of() : List.of(parts.get(3).split(","))));
  }

  /** The process, if it still runs. */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> handle.info().startInstant().map(startedAt::equals).orElse(true));
  }
}
