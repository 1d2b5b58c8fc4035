package io.headwater.cli.feed;

import io.headwater.cli.client.GatewayProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which files a person means by the paths given. */
public final class FeedFiles {
  private FeedFiles() {}

  /**
   * The files themselves, and those of whole folders, in name order, that their name says to be X12
   * or records.
   */
  public static List<Path> of(List<Path> given) {
    List<Path> files = new ArrayList<>();
    for (Path path : given) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> inside = Files.walk(path)) {
        inside.filter(Files::isRegularFile).filter(FeedFiles::isFeed).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new GatewayProblem("Cannot read " + path + ": " + e.getMessage());
      }
    }
    return files;
  }

  private static boolean isFeed(Path file) {
    return !file.getFileName().toString().startsWith(".")
        && FeedKind.byName(file) != FeedKind.OTHER;
  }
}
