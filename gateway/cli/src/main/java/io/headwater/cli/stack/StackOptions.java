package io.headwater.cli.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack is started with.
 *
 * @param root the repository, where the built applications lie
 * @param folder where the stack keeps its data, logs and keys
 * @param host the address the gateway listens on
 * @param port the gateway's port; 0 takes a free one
 * @param faults whether the outage door exists, for tests of partial failure
 * @param databaseUrl a PostgreSQL server to use in place of the embedded one
 * @param kafka bootstrap servers of a Kafka cluster to use in place of the embedded broker
 */
public record StackOptions(
    Path root,
    Path folder,
    String host,
    int port,
    boolean faults,
    Optional<String> databaseUrl,
    Optional<String> kafka) {

  /** The folder of a stack inside the repository. */
  public static final String FOLDER = ".headwater";

  /** The options that the environment gives, for the stack of this repository. */
  public static StackOptions of(Path root, Map<String, String> environment) {
    return new StackOptions(
        root,
        root.resolve(FOLDER),
        environment.getOrDefault("HEADWATER_HOST", "127.0.0.1"),
        port(environment.getOrDefault("HEADWATER_PORT", "8080")),
        environment.getOrDefault("HEADWATER_FAULTS", "off").equalsIgnoreCase("on"),
        text(environment, "HEADWATER_DATABASE_URL"),
        text(environment, "HEADWATER_KAFKA"));
  }

  /** A stack of its own in an empty folder, on a free port and with the outage door open. */
  public StackOptions temporary(Path emptyFolder) {
    return new StackOptions(root, emptyFolder, host, 0, true, Optional.empty(), Optional.empty());
  }

  /** Where class data of earlier runs lie, for every stack of this repository. */
  Path classData() {
    return root.resolve(FOLDER).resolve("cache");
  }

  /** Whether this is the repository's own stack, not a temporary one. */
  boolean own() {
    return folder.equals(root.resolve(FOLDER));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new StackFailure("HEADWATER_PORT is not a port number: " + text, e);
    }
    throw new StackFailure("HEADWATER_PORT is not a port number: " + text);
  }

  private static Optional<String> text(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
