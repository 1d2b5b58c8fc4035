package io.headwater.chassis.history;

import static io.headwater.chassis.problem.ChassisProblem.UNREADABLE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headwater.chassis.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads NDJSON facts in batches, so that a body of any size passes through a small heap. A record
 * is kept as it was written; it is read only for what it can be found by.
 */
final class FactLines implements AutoCloseable {

  private static final int MOST_FACTS = 1000;
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final FactKinds kinds;
  private final ByteLines lines;
  private final boolean counted;
  private long facts;
  private boolean ended;
  private String lastInstant = "";
  private Instant lastParsed;

  /**
   * Reads a body.
   *
   * @param counted whether its last line is <code>{"facts": n}</code>; a body that ends without it
   *     was cut off and is refused
   */
  FactLines(FactKinds kinds, InputStream body, boolean counted) {
    this.kinds = kinds;
    this.lines = new ByteLines(body);
    this.counted = counted;
  }

  /** The next facts; empty at the end. */
  List<NewFact> next() throws IOException {
    var batch = new ArrayList<NewFact>();
    var characters = 0;
    while (!ended && batch.size() < MOST_FACTS && characters < MOST_CHARACTERS) {
      byte[] line = lines.next();
      if (line == null) {
        end();
      } else if (line.length > 0) {
        var fact = fact(line);
        if (fact != null) {
          characters += fact.body().length();
          batch.add(fact);
          facts++;
        }
      }
    }
    return batch;
  }

  private void end() {
    if (counted) {
      throw UNREADABLE.about("the body was cut off after " + facts + " facts");
    }
    ended = true;
  }

  /** The fact of a line; null for the line that ends a counted body. */
  private NewFact fact(byte[] line) throws IOException {
    String kindName = "";
    String recordedAt = "";
    JsonNode node = JSON.missingNode();
    String body = "";
    try (var parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw unreadable("not a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "kind" -> kindName = parser.getValueAsString("");
          case "recordedAt" -> recordedAt = parser.getValueAsString("");
          case "record" -> {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            node = parser.readValueAsTree();
            int to = (int) parser.currentLocation().getByteOffset();
            body = new String(line, from, to - from, StandardCharsets.UTF_8);
          }
          case "facts" -> {
            count(parser);
            return null;
          }
          default -> parser.skipChildren();
        }
      }
    } catch (JsonProcessingException malformed) {
      throw unreadable("not JSON");
    }
    var kind = kinds.named(kindName);
    var id = kind.storedId(node);
    if (!node.isObject() || id.isBlank()) {
      throw unreadable("a record with " + kind.idField() + " is needed");
    }
    return NewFact.of(kind, id, instant(recordedAt), node, body);
  }

  private void count(JsonParser parser) throws IOException {
    if (!counted || parser.getValueAsLong(-1) != facts) {
      throw unreadable("there are " + facts + " facts before it");
    }
    ended = true;
  }

  /** Most lines of a body were learned at the same instant. */
  private Instant instant(String text) {
    if (!text.equals(lastInstant)) {
      try {
        lastParsed = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        lastInstant = text;
      } catch (DateTimeParseException absent) {
        throw unreadable("recordedAt must be an instant");
      }
    } else if (lastParsed == null) {
      throw unreadable("recordedAt must be an instant");
    }
    return lastParsed;
  }

  private ProblemException unreadable(String what) {
    return UNREADABLE.about("line " + lines.number() + ": " + what);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
