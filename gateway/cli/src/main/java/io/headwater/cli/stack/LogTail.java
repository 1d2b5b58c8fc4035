package io.headwater.cli.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Finds in the end of a log the one line that tells a person what went wrong. */
final class LogTail {
  private static final int BYTES = 32 * 1024;

  private LogTail() {}

  /**
   * The reason in one line: what the log says, else what the exception says, and where the log is.
   */
  static String reason(Path log, Throwable otherwise) {
    return reason(log, String.valueOf(otherwise.getMessage()));
  }

  /** The reason in one line: what the log says, else the given text, and where the log is. */
  static String reason(Path log, String otherwise) {
    List<String> lines = tail(log).lines().toList();
    if (lines.stream().anyMatch(line -> line.contains("No space left on device"))) {
      return "the disk is full (" + log + ")";
    }
    return lines.reversed().stream()
            .filter(
                line ->
                    line.contains("ERROR")
                        || line.contains("FATAL")
                        || line.startsWith("Caused by"))
            .findFirst()
            .map(line -> line.length() > 240 ? line.substring(0, 240) + "…" : line)
            .orElse(otherwise)
            .lines()
            .findFirst()
            .orElse("no reason given")
        + " ("
        + log
        + ")";
  }

  private static String tail(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - BYTES);
      file.seek(from);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
