package io.headwater.cli.command;

import io.headwater.cli.client.EnvironmentFile;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.stack.Stack;
import io.headwater.cli.stack.StackFailure;
import io.headwater.cli.stack.StackFolder;
import io.headwater.cli.stack.StackOptions;
import io.headwater.cli.stack.StackStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The repository from which the command was called, and the stack in it. */
final class Here {
  private Here() {}

  /** The repository's folder, as {@code ./headwater} tells it. */
  static Path root() {
    return Path.of(System.getProperty("headwater.root", ".")).toAbsolutePath().normalize();
  }

  static StackOptions options() {
    return StackOptions.of(root(), System.getenv());
  }

  static StackFolder folder() {
    return new StackFolder(root().resolve(StackOptions.FOLDER));
  }

  static StackStatus status() {
    return new StackStatus(folder());
  }

  /** The running gateway and the key of the demo practice. */
  static Gateway gateway() {
    return EnvironmentFile.gateway(folder().environment(), System.getenv(), EnvironmentFile.KEY)
        .orElseThrow(
            () -> new StackFailure("No stack has run here yet; ./headwater up starts one."));
  }

  /** The running gateway and the key that may create practices, if a stack runs. */
  static Optional<Gateway> operator() {
    boolean elsewhere = System.getenv(EnvironmentFile.URL) != null;
    if (!elsewhere && !status().ready()) {
      return Optional.empty();
    }
    return EnvironmentFile.gateway(
        folder().environment(), System.getenv(), EnvironmentFile.OPERATOR_KEY);
  }

  /** Makes sure that the demo practice exists and that scripts find its key in the folder. */
  static Gateway demoPractice(Stack stack) {
    StackFolder folder = stack.folder();
    String url = stack.url();
    Map<String, String> assignments = EnvironmentFile.read(folder.environment());
    String key = assignments.getOrDefault(EnvironmentFile.KEY, "");
    if (key.isEmpty() || new Gateway(url, key).get("/v1/x12").status() == 401) {
      key =
          new Gateway(url, stack.operatorKey())
              .createPractice(UUID.randomUUID().toString(), "Demo practice");
      if (key.isBlank()) {
        throw new StackFailure("The gateway created the demo practice but gave no key for it.");
      }
      forget(folder.demoLoaded());
    }
    assignments.put(EnvironmentFile.URL, url);
    assignments.put(EnvironmentFile.KEY, key);
    assignments.put(EnvironmentFile.OPERATOR_KEY, stack.operatorKey());
    assignments.put("HEADWATER_MANAGEMENT_URL", stack.managementUrl());
    StackFolder.write(folder.environment(), EnvironmentFile.text(assignments));
    return new Gateway(url, key);
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StackFailure("Cannot write to " + file.getParent() + ": " + e.getMessage(), e);
    }
  }

  /** What a command says when a door refused. */
  static GatewayProblem refused(String what, String problem) {
    return new GatewayProblem(what + ": " + problem);
  }
}
