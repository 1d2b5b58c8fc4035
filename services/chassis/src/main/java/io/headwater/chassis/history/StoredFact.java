package io.headwater.chassis.history;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;

/**
 * One version of a fact, as it is answered.
 *
 * @param kind its kind
 * @param id as evidence cites it
 * @param version as evidence cites it
 * @param recordedAt when the practice learned it
 * @param body the record as JSON
 */
record StoredFact(Kind kind, String id, int version, Instant recordedAt, String body) {

  private static final JsonStringEncoder ESCAPED = JsonStringEncoder.getInstance();

  void appendTo(StringBuilder line) {
    line.append("{\"kind\":\"").append(kind.name()).append("\",\"id\":\"");
    ESCAPED.quoteAsString(id, line);
    line.append("\",\"version\":").append(version);
    line.append(",\"recordedAt\":\"").append(recordedAt);
    line.append("\",\"record\":").append(body).append('}');
  }

  @Override
  public String toString() {
    return kind.name() + " " + id + " version " + version;
  }
}
