package io.headwater.gateway.x12;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.x12.X12Reader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The facts of a pack's feed, read as the doors read them, without the doors. */
public final class FeedFacts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ReadForms FORMS = new ReadForms();

  private FeedFacts() {}

  /** A fact on its way to its owner. */
  public record Fed(String kind, Instant recordedAt, JsonNode record) {}

  /** The facts of a file of bulk records. */
  public static List<Fed> records(Path file) throws IOException {
    var facts = new ArrayList<Fed>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        var node = JSON.readTree(line);
        facts.add(
            new Fed(
                node.get("kind").asText(),
                Instant.parse(node.get("recordedAt").asText()),
                node.get("record")));
      }
    }
    return facts;
  }

  /** The facts of a file of X12 interchanges, learned at one instant. */
  public static List<Fed> interchanges(Path file, Instant recordedAt) throws IOException {
    return interchanges(Files.readString(file), recordedAt);
  }

  /** The facts of X12 interchanges, learned at one instant. */
  public static List<Fed> interchanges(String text, Instant recordedAt) {
    var facts = new ArrayList<Fed>();
    try (var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      var whole = X12Reader.collect(in);
      var reads = new ArrayList<>(whole.acknowledgments());
      whole.transactions().forEach(t -> reads.addAll(t.records()));
      for (var read : reads) {
        FORMS.fact(read).ifPresent(f -> facts.add(new Fed(f.kind(), recordedAt, f.record())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }
}
