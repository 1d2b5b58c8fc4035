package io.headwater.cli.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a file holds, and so which door it goes to. */
public enum FeedKind {
  /** X12 interchanges. */
  X12,
  /** Bulk records, one JSON object a line. */
  RECORDS,
  /** Neither. */
  OTHER;

  private static final Set<String> X12_ENDINGS =
      Set.of(
          "x12", "edi", "txt", "dat", "837", "837p", "835", "270", "271", "276", "277", "277ca",
          "278", "999", "ta1", "era");
  private static final Set<String> RECORD_ENDINGS = Set.of("ndjson", "jsonl");

  /** By the ending of the name; where that says nothing, by how the content begins. */
  public static FeedKind of(Path file) {
    FeedKind named = byName(file);
    return named == OTHER ? byContent(file) : named;
  }

  /** By the ending of the name alone, a {@code .gz} not counted. */
  static FeedKind byName(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (RECORD_ENDINGS.contains(ending)) {
      return RECORDS;
    }
    return X12_ENDINGS.contains(ending) ? X12 : OTHER;
  }

  private static FeedKind byContent(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      String head =
          new String(stream.readNBytes(64), StandardCharsets.UTF_8)
              .replace("\uFEFF", "")
              .stripLeading();
      if (head.startsWith("ISA") || head.startsWith("TA1")) {
        return X12;
      }
      return head.startsWith("{") ? RECORDS : OTHER;
    } catch (IOException e) {
      return OTHER;
    }
  }
}
