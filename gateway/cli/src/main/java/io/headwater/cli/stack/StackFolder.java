package io.headwater.cli.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder of one stack and where things lie in it.
 *
 * @param path the folder itself, {@code .headwater} in the repository unless a test chose another
 */
public record StackFolder(Path path) {
  private static final long LEAST_FREE_BYTES = 300L * 1024 * 1024;

  /** The data of the embedded PostgreSQL, kept between runs. */
  public Path databaseData() {
    return path.resolve("pg");
  }

  /** The unpacked PostgreSQL programs. */
  public Path databasePrograms() {
    return path.resolve("pg-programs");
  }

  /** The data of the embedded broker, kept between runs. */
  public Path brokerData() {
    return path.resolve("kafka");
  }

  /** Process files and logs of the run. */
  public Path run() {
    return path.resolve("run");
  }

  /** The log of one process. */
  public Path log(String name) {
    return run().resolve(name + ".log");
  }

  /** Keys and passwords, readable by the owner alone. */
  public Path secrets() {
    return path.resolve("keys");
  }

  /** Shell assignments for scripts: address and keys. */
  public Path environment() {
    return path.resolve("env");
  }

  /** Exists while everything of the stack has started. */
  public Path ready() {
    return run().resolve("ready");
  }

  /** Exists when the demo practice has been loaded. */
  public Path demoLoaded() {
    return path.resolve("demo-loaded");
  }

  /** Creates the folder for its owner alone; refuses a disk that is nearly full. */
  public void create() {
    try {
      Files.createDirectories(path);
      ownerOnly(path, "rwx------");
      Files.createDirectories(run());
      Files.createDirectories(secrets());
      if (Files.getFileStore(path).getUsableSpace() < LEAST_FREE_BYTES) {
        throw new StackFailure(
            "The disk is full: less than "
                + LEAST_FREE_BYTES / (1024 * 1024)
                + " MB are free under "
                + path
                + ".");
      }
    } catch (IOException e) {
      throw new StackFailure("Cannot write to " + path + ": " + e.getMessage(), e);
    }
  }

  /** Reads a small file of this folder, without surrounding space. */
  public static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes a small file whole, readable by the owner alone; a reader sees the old or the new text,
   * never half of it.
   */
  public static void write(Path file, String text) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.deleteIfExists(next);
      Files.writeString(next, "", StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      ownerOnly(next, "rw-------");
      Files.writeString(next, text, StandardCharsets.UTF_8);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StackFailure("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void ownerOnly(Path file, String permissions) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
  }
}
