package io.headwater.chassis.history;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.headwater.chassis.outbox.Announcements;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The event of each version of a fact (schema {@code events/fact-recorded.json}). Its id follows
 * from what it tells of, so that one sent twice is the same.
 */
@ApplicationScoped
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
class FactEvents implements Announcements {

  private static final String VERSIONS =
      """
      select f.kind, f.id, f.version, f.recorded_at, case when f.kind = any($5) then f.body end
      from unnest($2::text[], $3::text[], $4::int[]) with ordinality as told(kind, id, version, position)
      cross join lateral (
        select kind, id, version, recorded_at, body from fact
        where practice_id = $1 and kind = told.kind and id = told.id and version = told.version
        offset 0) f
      order by told.position
      """;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final JsonStringEncoder ESCAPED = JsonStringEncoder.getInstance();

  private final String[] whole;

  @Inject
  FactEvents(FactKinds kinds) {
    whole =
        kinds.byName().values().stream()
            .filter(Kind::announcedWhole)
            .map(Kind::name)
            .toArray(String[]::new);
  }

  @Override
  public Uni<List<String>> read(
      SqlConnection connection,
      UUID practice,
      List<String> kinds,
      List<String> ids,
      List<Integer> versions) {
    var told =
        Tuple.of(practice)
            .addArrayOfString(kinds.toArray(String[]::new))
            .addArrayOfString(ids.toArray(String[]::new))
            .addArrayOfInteger(versions.toArray(Integer[]::new))
            .addArrayOfString(whole);
    return connection
        .preparedQuery(VERSIONS)
        .execute(told)
        .map(
            rows -> {
              var events = new ArrayList<String>();
              rows.forEach(row -> events.add(event(practice, row)));
              return events;
            });
  }

  private static String event(UUID practice, Row row) {
    var kind = row.getString(0);
    var id = row.getString(1);
    var version = row.getInteger(2);
    var record = row.getString(4);
    var name = practice + "\n" + kind + "\n" + id + "\n" + version;
    var text = new StringBuilder(record == null ? 256 : 256 + record.length());
    text.append("{\"eventId\":\"")
        .append(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
        .append("\",\"practice\":\"")
        .append(practice)
        .append("\",\"type\":\"FactRecorded\",\"kind\":\"")
        .append(kind)
        .append("\",\"id\":\"");
    ESCAPED.quoteAsString(id, text);
    text.append("\",\"version\":").append(version);
    text.append(",\"recordedAt\":\"").append(instant(row.getOffsetDateTime(3))).append('"');
    if (record != null) {
      text.append(",\"record\":").append(record);
    }
    return text.append('}').toString();
  }

  private static String instant(OffsetDateTime at) {
    return INSTANT.format(at.toInstant());
  }
}
