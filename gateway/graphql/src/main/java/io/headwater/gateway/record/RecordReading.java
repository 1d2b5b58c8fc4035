package io.headwater.gateway.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.gateway.arrival.Arrival;
import io.headwater.gateway.arrival.ArrivalWatch;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.record.LoadRecords.LineError;
import io.headwater.gateway.record.LoadRecords.Loaded;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Bodies of bulk records that are read one after another, their facts on their way to the owners.
 */
public final class RecordReading {

  private final Caller caller;
  private final FactBatches facts;
  private final RecordSchemas schemas;
  private final ObjectMapper json;
  private final ObjectReader reader;
  private final Clock clock;
  private final ArrivalWatch watch;
  private final Set<String> watched;
  private final List<Arrival.Claimed> claims = new ArrayList<>();

  RecordReading(
      Caller caller,
      FactBatches facts,
      RecordSchemas schemas,
      ObjectMapper json,
      Clock clock,
      ArrivalWatch watch) {
    this.caller = caller;
    this.facts = facts;
    this.schemas = schemas;
    this.json = json;
    this.clock = clock;
    this.watch = watch;
    this.watched = watch.payers(caller.practice());
    this.reader =
        json.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  /** Reads a body; what is good of it is on its way. */
  public Loaded read(InputStream body) throws IOException {
    var lines = new LineReader(body);
    var errors = new ArrayList<LineError>();
    long accepted = 0;
    long rejected = 0;
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      if (LineReader.blank(line)) {
        continue;
      }
      var faults = take(line, lines.number());
      if (faults.isEmpty()) {
        accepted++;
      } else {
        rejected++;
        faults.stream().limit(Math.max(0, LoadRecords.TOLD - errors.size())).forEach(errors::add);
      }
    }
    return new Loaded(accepted, rejected, errors);
  }

  /**
   * Tells those who watch of the claims that came; what was read has to be durable by now.
   *
   * @return whether there were any
   */
  public boolean arrived() {
    if (claims.isEmpty()) {
      return false;
    }
    watch.arrived(new Arrival(caller.practice(), claims, List.of()));
    claims.clear();
    return true;
  }

  private List<LineError> take(byte[] text, long number) throws IOException {
    JsonNode line;
    try {
      line = text.length == 0 ? null : reader.readTree(text);
    } catch (JsonProcessingException e) {
      return List.of(new LineError(number, null, "", "is not JSON"));
    }
    if (line == null || !line.isObject()) {
      return List.of(new LineError(number, null, "", "must be a JSON object"));
    }
    String spelled = line.path("kind").textValue();
    var kind = spelled == null ? null : RecordKind.parse(spelled).orElse(null);
    if (kind == null) {
      String message = spelled == null ? "is required" : "is not a known kind of record";
      return List.of(new LineError(number, spelled, "/kind", message));
    }
    var faults = new ArrayList<>(schemas.faults(kind, line.path("record")));
    envelope(line, faults);
    if (!faults.isEmpty()) {
      return faults.stream()
          .map(f -> new LineError(number, spelled, f.pointer(), f.message()))
          .toList();
    }
    facts.add(kind.owner(), fact(kind, line));
    String payer = line.path("record").path("payerId").asText();
    if (kind.spelled().equals("claim") && watched.contains(payer)) {
      String claim = line.path("record").path("controlNumber").asText();
      claims.add(new Arrival.Claimed(claim, payer, null, null, null));
    }
    return List.of();
  }

  private static void envelope(JsonNode line, List<Fault> faults) {
    for (var field : line.properties()) {
      switch (field.getKey()) {
        case "kind", "record" -> {}
        case "recordedAt" -> {
          if (!field.getValue().isNull()) {
            String fault =
                field.getValue().isTextual()
                    ? Format.INSTANT.fault(field.getValue())
                    : "must be an instant, RFC 3339 with an offset";
            if (fault != null) {
              faults.add(new Fault("/recordedAt", fault));
            }
          }
        }
        default -> faults.add(new Fault("/" + field.getKey(), "is not a field of a line"));
      }
    }
  }

  private byte[] fact(RecordKind kind, JsonNode line) throws IOException {
    ObjectNode fact = json.createObjectNode();
    fact.put("kind", kind.spelled());
    fact.put("recordedAt", recordedAt(line).toString());
    fact.set("record", Nulls.dropped(line.get("record")));
    return json.writeValueAsBytes(fact);
  }

  private Instant recordedAt(JsonNode line) {
    String text = line.path("recordedAt").textValue();
    return text != null && caller.may(Scope.HISTORY_WRITE)
        ? OffsetDateTime.parse(text).toInstant()
        : clock.instant();
  }
}
