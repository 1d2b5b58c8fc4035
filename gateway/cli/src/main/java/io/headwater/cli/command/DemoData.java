package io.headwater.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.demo.DemoPractice;
import io.headwater.cli.feed.Import;
import io.headwater.cli.stack.StackFailure;
import io.headwater.cli.stack.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The data of the demo practice: made once, loaded once, kept with the stack's data. */
final class DemoData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StackFolder folder;
  private final Consumer<String> tell;

  DemoData(StackFolder folder, Consumer<String> tell) {
    this.folder = folder;
    this.tell = tell;
  }

  /**
   * Loads it unless it is there already, and gives the control number of the claim to explain
   * first.
   */
  String load(Gateway gateway) {
    Optional<String> showcase = StackFolder.read(folder.demoLoaded());
    if (showcase.isPresent()) {
      return showcase.get();
    }
    try {
      long from = System.nanoTime();
      Path data = folder.path().resolve("demo");
      DemoPractice.Summary made = DemoPractice.generate(DemoPractice.SEED, data);
      tell.accept(
          "loading the demo practice: "
              + made.claims()
              + " claims, "
              + made.denied()
              + " of them denied, in "
              + made.files()
              + " files");
      send(gateway, data);
      tell.accept(String.format("loaded in %.1f s", (System.nanoTime() - from) / 1e9));
      StackFolder.write(folder.demoLoaded(), made.showcase() + "\n");
      return made.showcase();
    } catch (IOException e) {
      throw new StackFailure("The demo practice cannot be written: " + e.getMessage(), e);
    }
  }

  /** Sends the feed in its order; every file was learned of when {@code feed.json} says. */
  static void send(Gateway gateway, Path data) throws IOException {
    Map<Path, Optional<Instant>> files = new LinkedHashMap<>();
    for (JsonNode entry : JSON.readTree(Files.readString(data.resolve("feed.json")))) {
      String recordedAt = entry.path("recordedAt").asText("");
      files.put(
          data.resolve(entry.path("file").asText()),
          recordedAt.isEmpty() || recordedAt.equals("null")
              ? Optional.empty()
              : Optional.of(Instant.parse(recordedAt)));
    }
    Import load = new Import(gateway, System.out, true).recordedAt(files::get);
    if (!load.send(files.keySet().stream().toList())) {
      throw new StackFailure("The gateway did not accept all of the demo practice.");
    }
  }
}
