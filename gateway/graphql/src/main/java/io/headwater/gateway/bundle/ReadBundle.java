package io.headwater.gateway.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.arrival.ArrivalWatch;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.record.FactBatches;
import io.headwater.gateway.record.LoadRecords;
import io.headwater.gateway.record.RecordReading;
import io.headwater.gateway.spool.Archive;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.gateway.x12.FilesTogether;
import io.headwater.gateway.x12.ReadFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the files of a bundle in their order, a portion at a time: the facts of a portion travel
 * together, and its files begin and end together. A portion that was read stays read, whatever
 * comes of the next.
 */
@ApplicationScoped
class ReadBundle {

  private static final long PORTION_BYTES = 8 << 20;
  private static final int PORTION_FILES = 500;
  private static final int BEGINNING = 64;

  private final ReadFile x12;
  private final LoadRecords records;
  private final FactClient client;
  private final ArrivalWatch watch;
  private final ObjectMapper json;

  ReadBundle(
      ReadFile x12, LoadRecords records, FactClient client, ArrivalWatch watch, ObjectMapper json) {
    this.x12 = x12;
    this.records = records;
    this.client = client;
    this.watch = watch;
    this.json = json;
  }

  /**
   * Reads all files.
   *
   * @param recordedAt when the practice learned of a file, null for now
   */
  List<ToldFile> read(Caller caller, InputStream body, Function<Archive.Entry, Instant> recordedAt)
      throws IOException {
    var told = new ArrayList<ToldFile>();
    try (var archive = new Archive(body)) {
      for (var portion = portion(archive); !portion.isEmpty(); portion = portion(archive)) {
        try {
          told.addAll(read(caller, portion, recordedAt));
        } finally {
          close(portion);
        }
      }
    }
    if (!watch.payers(caller.practice()).isEmpty()) {
      watch.settle(caller.practice());
    }
    return told;
  }

  private static List<Archive.Entry> portion(Archive archive) throws IOException {
    var portion = new ArrayList<Archive.Entry>();
    long bytes = 0;
    try {
      while (bytes < PORTION_BYTES && portion.size() < PORTION_FILES) {
        var next = archive.next();
        if (next.isEmpty()) {
          return portion;
        }
        portion.add(next.get());
        bytes += next.get().content().length();
      }
      return portion;
    } catch (IOException | RuntimeException failure) {
      close(portion);
      throw failure;
    }
  }

  private static void close(List<Archive.Entry> portion) throws IOException {
    for (var entry : portion) {
      entry.content().close();
    }
  }

  private List<ToldFile> read(
      Caller caller, List<Archive.Entry> portion, Function<Archive.Entry, Instant> recordedAt)
      throws IOException {
    var facts = new FactBatches(client, caller);
    var lines = records.reading(caller, facts);
    Map<Archive.Entry, ToldFile> told = new LinkedHashMap<>();
    portion.forEach(entry -> told.put(entry, null));
    var interchanges =
        portion.stream()
            .filter(entry -> !holdsRecords(entry))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    try (var files = x12.together(caller, arrived(interchanges, recordedAt), facts)) {
      for (var entry : portion) {
        if (interchanges.contains(entry)) {
          files.read(entry.content());
        } else {
          told.put(entry, records(entry, lines));
        }
      }
      facts.flush();
      lines.arrived();
      files.end();
      interchanges.forEach(entry -> told.put(entry, interchanges(entry, files)));
    }
    return List.copyOf(told.values());
  }

  private static List<FilesTogether.Arrived> arrived(
      Collection<Archive.Entry> files, Function<Archive.Entry, Instant> recordedAt) {
    return files.stream()
        .map(file -> new FilesTogether.Arrived(file.content(), recordedAt.apply(file)))
        .toList();
  }

  private ToldFile records(Archive.Entry entry, RecordReading lines) throws IOException {
    try (var content = entry.content().open()) {
      return new ToldFile(entry.name(), 200, json.valueToTree(lines.read(content)));
    } catch (Problem problem) {
      if (problem.kind().status() >= 500) {
        throw problem;
      }
      return refused(entry, problem);
    }
  }

  private ToldFile interchanges(Archive.Entry entry, FilesTogether files) {
    try {
      var answer = files.answer(entry.content());
      return new ToldFile(entry.name(), answer.status(), answer.body(json));
    } catch (Problem problem) {
      return refused(entry, problem);
    }
  }

  private ToldFile refused(Archive.Entry entry, Problem problem) {
    return new ToldFile(entry.name(), problem.kind().status(), json.valueToTree(problem.body()));
  }

  /** Records are told by how their name ends, or by how they begin: as JSON does. */
  private static boolean holdsRecords(Archive.Entry entry) {
    var name = entry.name().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return true;
    }
    try (var content = entry.content().open()) {
      return new String(content.readNBytes(BEGINNING), StandardCharsets.UTF_8)
          .replace("\uFEFF", "")
          .stripLeading()
          .startsWith("{");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
