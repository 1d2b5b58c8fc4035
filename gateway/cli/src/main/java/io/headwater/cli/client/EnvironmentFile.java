package io.headwater.cli.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The shell assignments that a stack leaves for scripts: {@code HEADWATER_URL} and the keys. */
public final class EnvironmentFile {
  /** Address of the gateway. */
  public static final String URL = "HEADWATER_URL";

  /** Key of the demo practice, with every scope. */
  public static final String KEY = "HEADWATER_API_KEY";

  /** Key that may create practices. */
  public static final String OPERATOR_KEY = "HEADWATER_OPERATOR_KEY";

  private EnvironmentFile() {}

  /** The assignments of a file; none when it does not exist. */
  public static Map<String, String> read(Path file) {
    Map<String, String> assignments = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
          assignments.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
    } catch (IOException e) {
      return assignments;
    }
    return assignments;
  }

  /** The text of such a file; the values hold nothing that a shell would treat. */
  public static String text(Map<String, String> assignments) {
    StringBuilder text = new StringBuilder();
    assignments.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  /** A gateway by these assignments; those of the process's own environment come first. */
  public static Optional<Gateway> gateway(
      Path file, Map<String, String> environment, String keyName) {
    Map<String, String> assignments = read(file);
    for (String name : new String[] {URL, keyName}) {
      if (environment.containsKey(name) && !environment.get(name).isBlank()) {
        assignments.put(name, environment.get(name));
      }
    }
    if (!assignments.containsKey(URL) || !assignments.containsKey(keyName)) {
      return Optional.empty();
    }
    return Optional.of(new Gateway(assignments.get(URL), assignments.get(keyName)));
  }
}
