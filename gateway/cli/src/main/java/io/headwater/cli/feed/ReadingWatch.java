package io.headwater.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import java.nio.file.Path;
import java.time.Duration;

/** Shows how far the gateway has read a large file, which takes longer than sending it. */
final class ReadingWatch implements AutoCloseable {
  private static final long LARGE = 16L << 20;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Thread watch;

  private ReadingWatch(Thread watch) {
    this.watch = watch;
  }

  /** Watches the gateway while this file is under way; nothing for a small one. */
  static ReadingWatch of(Gateway gateway, Path file) {
    return new ReadingWatch(
        file.toFile().length() < LARGE
            ? Thread.ofVirtual().unstarted(() -> {})
            : Thread.ofVirtual().start(() -> watch(gateway)));
  }

  private static void watch(Gateway gateway) {
    Progress progress = null;
    long shown = 0;
    try {
      while (true) {
        Thread.sleep(PAUSE);
        JsonNode largest = largest(gateway.get("/v1/x12/reading").body());
        if (progress == null && largest.path("bytes").asLong() > 0) {
          progress = new Progress("Reading", largest.path("bytes").asLong());
        }
        if (progress != null) {
          long read = Math.max(shown, largest.path("read").asLong());
          progress.advance(read - shown);
          shown = read;
        }
      }
    } catch (InterruptedException | GatewayProblem over) {
      // the answer says how it ended
    } finally {
      if (progress != null) {
        progress.close();
      }
    }
  }

  private static JsonNode largest(JsonNode files) {
    JsonNode largest = files.path(0);
    for (JsonNode file : files) {
      if (file.path("bytes").asLong() > largest.path("bytes").asLong()) {
        largest = file;
      }
    }
    return largest;
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
