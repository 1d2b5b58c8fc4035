package io.headwater.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A folder whose {@code feed.json} lists its files in their order, and when the practice learned of
 * each.
 */
public final class DemoFeed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoFeed() {}

  /** Sends all of it; anything that is not accepted is an error. */
  public static void send(Gateway gateway, Path folder) throws IOException {
    Map<Path, Optional<Instant>> files = new LinkedHashMap<>();
    for (JsonNode entry : JSON.readTree(Files.readString(folder.resolve("feed.json")))) {
      Optional<Instant> recordedAt =
          entry.hasNonNull("recordedAt")
              ? Optional.of(Instant.parse(entry.path("recordedAt").asText()))
              : Optional.empty();
      files.put(folder.resolve(entry.path("file").asText()), recordedAt);
    }
    Import load = new Import(gateway, System.out, true).recordedAt(files::get);
    if (!load.send(files.keySet().stream().toList())) {
      throw new GatewayProblem("The gateway did not accept all of " + folder + ".");
    }
  }
}
