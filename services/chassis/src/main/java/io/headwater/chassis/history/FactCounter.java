package io.headwater.chassis.history;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.headwater.chassis.history.FactQuery.Count;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Counts facts by a value that they hold, as known at an instant: a line a value, however many
 * facts there are. Only the latest version of a fact counts, so that a correction moves it.
 */
@ApplicationScoped
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
class FactCounter {

  private static final String COUNT =
      """
      select substr(k, length($4) + 1), count(*), max(latest.recorded_at)
      from (
        select distinct on (id) keys, recorded_at from fact
        where practice_id = $1 and kind = $2 and recorded_at <= $3
        order by id, recorded_at desc, version desc) latest
      cross join unnest(latest.keys) k
      where starts_with(k, $4)
      group by 1 order by 1
      """;

  private static final JsonStringEncoder ESCAPED = JsonStringEncoder.getInstance();

  /**
   * The counts as NDJSON without the last line end; each line stands as a fact of the kind {@code
   * <kind>-count} whose record holds {@code value} and {@code count}.
   */
  Uni<String> lines(SqlConnection connection, UUID practice, Count count, OffsetDateTime knownAt) {
    return connection
        .preparedQuery(COUNT)
        .execute(Tuple.of(practice, count.kind().name(), knownAt, count.key() + "="))
        .map(rows -> lines(count.kind().name() + "-count", rows));
  }

  private static String lines(String kind, RowSet<Row> rows) {
    var lines = new StringBuilder();
    for (var row : rows) {
      var value = new StringBuilder();
      ESCAPED.quoteAsString(row.getString(0), value);
      if (!lines.isEmpty()) {
        lines.append('\n');
      }
      lines.append("{\"kind\":\"").append(kind).append("\",\"id\":\"").append(value);
      lines.append("\",\"version\":1,\"recordedAt\":\"");
      lines.append(row.getOffsetDateTime(2).toInstant()).append("\",\"record\":{\"value\":\"");
      lines.append(value).append("\",\"count\":").append(row.getLong(1)).append("}}");
    }
    return lines.toString();
  }
}
