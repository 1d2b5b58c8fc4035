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
import io.headwater.gateway.upstream.FactClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads bulk records line by line, says what is wrong with the bad ones and hands the good ones to
 * their owners in batches, in order.
 */
@ApplicationScoped
public class LoadRecords {

  /** At most so many faults are told one by one; all are counted. */
  static final int TOLD = 1000;

  private final RecordSchemas schemas;
  private final FactClient client;
  private final ObjectMapper json;
  private final ObjectReader reader;
  private final Clock clock;
  private final ArrivalWatch watch;

  LoadRecords(FactClient client, ObjectMapper json, Clock clock, ArrivalWatch watch) {
    this.watch = watch;
    this.schemas = new RecordSchemas(json);
    this.client = client;
    this.json = json;
    this.clock = clock;
    this.reader =
        json.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  /** A bad line. */
  public record LineError(long line, String kind, String pointer, String message) {}

  /** What came of a file. */
  public record Loaded(long accepted, long rejected, List<LineError> errors) {}

  /** Loads the lines; what cannot be sent on because a service is away fails the whole. */
  public Loaded load(Caller caller, InputStream body) throws IOException {
    var lines = new LineReader(body);
    var batches = new FactBatches(client, caller);
    var errors = new ArrayList<LineError>();
    var watched = watch.payers(caller.practice());
    var claims = new ArrayList<Arrival.Claimed>();
    long accepted = 0;
    long rejected = 0;
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      if (LineReader.blank(line)) {
        continue;
      }
      var faults = take(caller, line, lines.number(), batches, watched, claims);
      if (faults.isEmpty()) {
        accepted++;
      } else {
        rejected++;
        faults.stream().limit(Math.max(0, TOLD - errors.size())).forEach(errors::add);
      }
    }
    batches.flush();
    if (!claims.isEmpty()) {
      watch.arrived(new Arrival(caller.practice(), claims, List.of()));
      watch.settle(caller.practice());
    }
    return new Loaded(accepted, rejected, errors);
  }

  private List<LineError> take(
      Caller caller,
      byte[] text,
      long number,
      FactBatches batches,
      Set<String> watched,
      List<Arrival.Claimed> claims)
      throws IOException {
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
    batches.add(kind.owner(), fact(caller, kind, line));
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

  private byte[] fact(Caller caller, RecordKind kind, JsonNode line) throws IOException {
    ObjectNode fact = json.createObjectNode();
    fact.put("kind", kind.spelled());
    fact.put("recordedAt", recordedAt(caller, line).toString());
    fact.set("record", Nulls.dropped(line.get("record")));
    return json.writeValueAsBytes(fact);
  }

  private Instant recordedAt(Caller caller, JsonNode line) {
    String text = line.path("recordedAt").textValue();
    return text != null && caller.may(Scope.HISTORY_WRITE)
        ? OffsetDateTime.parse(text).toInstant()
        : clock.instant();
  }
}
