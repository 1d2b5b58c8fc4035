package io.headwater.chassis.history;

import io.headwater.chassis.outbox.OutboxRelay;
import io.headwater.chassis.tenancy.Database;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Appends facts, their keys and their events in one statement a batch. */
@ApplicationScoped
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
class FactWriter {

  /** Versions are counted, so the writes of one practice follow one another. */
  private static final String IN_TURN =
      "select pg_advisory_xact_lock(hashtextextended('facts ' || $1, 0))";

  // The two subselects are scalar on purpose: each goes through the primary key, whatever the
  // planner knows of the table.
  private static final String APPEND =
      """
      with given as (
        select distinct on (kind, id, hash) *
        from unnest($2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::bool[])
             with ordinality as g(kind, id, recorded_at, hash, keys, body, whole, position)
        order by kind, id, hash, position
      ), fresh as (
        select g.*,
          coalesce((select f.version from fact f where f.practice_id = $1 and f.kind = g.kind and f.id = g.id
                    order by f.version desc limit 1), 0)
            + row_number() over (partition by g.kind, g.id order by g.position) as version
        from given g
        where (select true from fact f where f.practice_id = $1 and f.kind = g.kind and f.id = g.id
               and f.hash = g.hash limit 1) is null
      ), stored as (
        insert into fact (practice_id, kind, id, version, recorded_at, hash, keys, body)
        select $1, kind, id, version, recorded_at, hash, string_to_array(keys, E'\\x1f'), body::jsonb
        from fresh order by position
        returning 1
      ), keyed as (
        insert into fact_key (practice_id, name, value, kind, id, since)
        select $1, split_part(k, '=', 1), substr(k, strpos(k, '=') + 1), kind, id, min(recorded_at)
        from fresh, unnest(string_to_array(keys, E'\\x1f')) k
        group by 2, 3, 4, 5
        on conflict (practice_id, name, value, kind, id)
          do update set since = excluded.since where fact_key.since > excluded.since
      ), announced as (
        insert into outbox (practice_id, payload)
        select $1, '{"eventId":"' || gen_random_uuid() || '","practice":"' || $1 || '","type":"FactRecorded","kind":'
          || to_json(kind) || ',"id":' || to_json(id) || ',"version":' || version || ',"recordedAt":"'
          || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"'
          || case when whole then ',"record":' || body else '' end || '}'
        from fresh order by position
      )
      select count(*) from stored
      """;

  private final Database database;
  private final OutboxRelay outbox;

  @Inject
  FactWriter(Database database, OutboxRelay outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  /** Appends what is new among the facts; answers how many were. */
  Uni<Integer> append(UUID practice, List<NewFact> facts) {
    return database
        .inPractice(
            practice,
            connection ->
                connection
                    .preparedQuery(IN_TURN)
                    .execute(Tuple.of(practice.toString()))
                    .chain(() -> append(connection, practice, facts)))
        .invoke(outbox::wake);
  }

  private static Uni<Integer> append(SqlConnection connection, UUID practice, List<NewFact> facts) {
    var columns =
        Tuple.of(practice)
            .addArrayOfString(texts(facts, fact -> fact.kind().name()))
            .addArrayOfString(texts(facts, NewFact::id))
            .addArrayOfOffsetDateTime(instants(facts))
            .addArrayOfString(texts(facts, NewFact::hash))
            .addArrayOfString(texts(facts, NewFact::keys))
            .addArrayOfString(texts(facts, NewFact::body))
            .addArrayOfBoolean(
                facts.stream().map(fact -> fact.kind().announcedWhole()).toArray(Boolean[]::new));
    return connection
        .preparedQuery(APPEND)
        .execute(columns)
        .map(rows -> rows.iterator().next().getLong(0).intValue());
  }

  private static String[] texts(List<NewFact> facts, Function<NewFact, String> column) {
    return facts.stream().map(column).toArray(String[]::new);
  }

  private static OffsetDateTime[] instants(List<NewFact> facts) {
    return facts.stream()
        .map(fact -> fact.recordedAt().atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
