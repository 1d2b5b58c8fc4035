package io.headwater.gateway.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.arrival.ArrivalWatch;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.upstream.FactClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;

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
  private final Clock clock;
  private final ArrivalWatch watch;

  LoadRecords(FactClient client, ObjectMapper json, Clock clock, ArrivalWatch watch) {
    this.watch = watch;
    this.schemas = new RecordSchemas(json);
    this.client = client;
    this.json = json;
    this.clock = clock;
  }

  /** A bad line. */
  public record LineError(long line, String kind, String pointer, String message) {}

  /** What came of a file. */
  public record Loaded(long accepted, long rejected, List<LineError> errors) {}

  /** Loads the lines; what cannot be sent on because a service is away fails the whole. */
  public Loaded load(Caller caller, InputStream body) throws IOException {
    var facts = new FactBatches(client, caller);
    var reading = reading(caller, facts);
    var loaded = reading.read(body);
    facts.flush();
    if (reading.arrived()) {
      watch.settle(caller.practice());
    }
    return loaded;
  }

  /** Begins to read bodies of records whose facts go with what else is on its way. */
  public RecordReading reading(Caller caller, FactBatches facts) {
    return new RecordReading(caller, facts, schemas, json, clock, watch);
  }
}
