package io.headwater.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the demo practice: its feed, how to load it, and what is true about its denials. */
public final class DemoPractice {
  /** The last day of the eighteen months where none is given. */
  public static final LocalDate ANCHOR = LocalDate.of(2026, 6, 30);

  /** The seed of the practice that {@code ./headwater demo} loads. */
  public static final long SEED = 20260630L;

  private DemoPractice() {}

  /**
   * What was written.
   *
   * @param folder holds {@code feed.json}, {@code truth.json} and the files under {@code feed/}
   * @param files of the feed
   * @param claims sent, counted by control number
   * @param denied of them, in whole or in part, at least once
   * @param showcase the control number of the claim to explain first
   */
  public record Summary(Path folder, int files, int claims, int denied, String showcase) {}

  /**
   * Writes the practice of this seed up to {@link #ANCHOR}.
   *
   * @param seed the same seed gives the same bytes
   * @param folder is created where missing; the feed of an earlier generation in it is replaced
   */
  public static Summary generate(long seed, Path folder) throws IOException {
    return generate(seed, ANCHOR, folder);
  }

  /**
   * Writes the practice of this seed up to the given last day, best one in the middle of a year.
   */
  public static Summary generate(long seed, LocalDate anchor, Path folder) throws IOException {
    var practice = new Practice(seed, anchor);
    Stories.tell(practice);
    var chart = new Chart(practice);
    chart.record();
    List<Post.Item> items = new Post(practice).sort(chart);

    clear(folder.resolve("feed"));
    var feed = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < items.size(); i++) {
      Post.Item item = items.get(i);
      String name =
          String.format(
              Locale.ROOT,
              "feed/%04d-%s-%s.%s",
              i + 1,
              item.at().toString().substring(0, 10),
              item.what(),
              item.extension());
      Files.writeString(folder.resolve(name), item.content(), StandardCharsets.UTF_8);
      feed.add(Fields.of("file", name, "recordedAt", item.recordedAt()));
    }
    write(folder.resolve("feed.json"), feed);
    List<Truth> truths =
        practice.truths.stream()
            .filter(
                truth ->
                    truth.claim().control != null && !anchor.plusDays(1).isBefore(truth.knownOn()))
            .sorted(Comparator.comparing((Truth truth) -> truth.claim().control))
            .toList();
    write(
        folder.resolve("truth.json"),
        Fields.of(
            "seed",
            seed,
            "anchor",
            anchor,
            "showcase",
            practice.showcase.control,
            "claims",
            truths.stream().map(Truth::fields).toList()));
    int claims =
        (int)
            chart.visits.stream()
                .flatMap(visit -> visit.claims.stream())
                .map(claim -> claim.control)
                .filter(control -> control != null)
                .distinct()
                .count();
    int denied = (int) truths.stream().filter(truth -> truth.verdict().endsWith("DENIED")).count();
    return new Summary(folder, items.size(), claims, denied, practice.showcase.control);
  }

  /** Makes the folder, or empties it of the files of an earlier generation. */
  private static void clear(Path feed) throws IOException {
    Files.createDirectories(feed);
    try (var old = Files.newDirectoryStream(feed, "[0-9][0-9][0-9][0-9]-*.{x12,ndjson}")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }

  private static void write(Path file, Object value) throws IOException {
    Files.writeString(
        file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
  }
}
