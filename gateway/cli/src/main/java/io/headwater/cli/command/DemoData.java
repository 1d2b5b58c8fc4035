package io.headwater.cli.command;

import io.headwater.cli.client.Gateway;
import io.headwater.cli.demo.DemoPractice;
import io.headwater.cli.feed.DemoFeed;
import io.headwater.cli.stack.StackFailure;
import io.headwater.cli.stack.StackFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The data of the demo practice: made once, loaded once, kept with the stack's data. */
final class DemoData {
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
      DemoFeed.send(gateway, data);
      tell.accept(String.format("loaded in %.1f s", (System.nanoTime() - from) / 1e9));
      StackFolder.write(folder.demoLoaded(), made.showcase() + "\n");
      return made.showcase();
    } catch (IOException e) {
      throw new StackFailure("The demo practice cannot be written: " + e.getMessage(), e);
    }
  }
}
