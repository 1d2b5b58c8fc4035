package io.headwater.chassis.history;

import static io.headwater.chassis.problem.ChassisProblem.UNREADABLE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Reads NDJSON facts in batches, so that a file of any size passes through a small heap. */
final class FactLines implements AutoCloseable {

  private static final int MOST_FACTS = 1000;
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final FactKinds kinds;
  private final MappingIterator<JsonNode> lines;

  FactLines(FactKinds kinds, InputStream body) throws IOException {
    this.kinds = kinds;
    this.lines = JSON.readerFor(JsonNode.class).readValues(body);
  }

  /** The next facts; empty at the end. */
  List<NewFact> next() throws IOException {
    var batch = new ArrayList<NewFact>();
    var characters = 0;
    try {
      while (batch.size() < MOST_FACTS && characters < MOST_CHARACTERS && lines.hasNextValue()) {
        var fact = fact(lines.nextValue());
        characters += fact.body().length();
        batch.add(fact);
      }
    } catch (JsonProcessingException malformed) {
      throw UNREADABLE.about("line " + malformed.getLocation().getLineNr() + ": not JSON");
    }
    return batch;
  }

  private NewFact fact(JsonNode envelope) {
    var kind = kinds.named(envelope.path("kind").asText(""));
    var node = envelope.path("record");
    var id = kind.storedId(node);
    if (!node.isObject() || id.isBlank()) {
      throw UNREADABLE.about("line " + line() + ": a record with " + kind.idField() + " is needed");
    }
    return NewFact.of(kind, id, recordedAt(envelope), node);
  }

  private Instant recordedAt(JsonNode envelope) {
    try {
      return Instant.parse(envelope.path("recordedAt").asText("")).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeParseException absent) {
      throw UNREADABLE.about("line " + line() + ": recordedAt must be an instant");
    }
  }

  private int line() {
    return lines.getCurrentLocation().getLineNr();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
