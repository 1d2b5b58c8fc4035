package io.headwater.chassis.history;

import io.headwater.chassis.audit.ReadAudit;
import io.headwater.chassis.history.FactQuery.Selector;
import io.headwater.chassis.tenancy.Caller;
import io.headwater.chassis.tenancy.Database;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Finds facts by what is asked, then reads all their versions as known at the instant of the
 * question.
 */
@ApplicationScoped
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
class FactReader {

  private static final String ALL =
      "select distinct kind, id from fact where practice_id = $1 and kind = $2 and recorded_at <="
          + " $3";

  private static final String BY_ID =
      """
      select distinct kind, id from fact
      where practice_id = $1 and kind = $2 and id = any($4) and recorded_at <= $3
      """;

  private static final String BY_KEY =
      """
      select kind, id from fact_key
      where practice_id = $1 and name = $5 and value = any($4) and kind = $2 and since <= $3
      """;

  private static final String VALUES =
      """
      select distinct substr(k, length($5) + 1)
      from unnest($2::text[], $3::text[]) as found(kind, id)
      join fact f on f.practice_id = $1 and f.kind = found.kind and f.id = found.id and f.recorded_at <= $4
      cross join unnest(f.keys) k
      where starts_with(k, $5)
      """;

  private static final String VERSIONS =
      """
      select f.kind, f.id, f.version, f.recorded_at, f.body
      from unnest($2::text[], $3::text[]) with ordinality as found(kind, id, position)
      cross join lateral (
        select * from fact
        where practice_id = $1 and kind = found.kind and id = found.id and recorded_at <= $4
        offset 0) f
      order by found.position, f.recorded_at, f.version
      """;

  private static final String VALUES_OF_KEYS =
      """
      select distinct substr(k, length(p.prefix) + 1)
      from unnest($2::text[], $3::text[]) as found(kind, id)
      join fact f on f.practice_id = $1 and f.kind = found.kind and f.id = found.id and f.recorded_at <= $4
      cross join unnest(f.keys) k
      join unnest($5::text[]) p(prefix) on starts_with(k, p.prefix)
      """;

  private static final String OUTLINE =
      """
      select found.id, f.body::text
      from (
        select id from fact_key
        where practice_id = $1 and name = any($5) and value = any($4) and kind = $2 and since <= $3
        group by id order by max(since) desc limit $6) found
      cross join lateral (
        select body from fact
        where practice_id = $1 and kind = $2 and id = found.id and recorded_at <= $3
        order by recorded_at desc, version desc limit 1
        offset 0) f
      """;

  private final Database database;
  private final FactKinds kinds;
  private final ReadAudit audit;

  @Inject
  FactReader(Database database, FactKinds kinds, ReadAudit audit) {
    this.database = database;
    this.kinds = kinds;
    this.audit = audit;
  }

  /**
   * The ids that a question leads to, in order; the read is on record before anything is answered.
   */
  Uni<Found> find(Caller caller, FactQuery query) {
    return database.inPractice(
        caller.practice(),
        connection -> {
          var found = new TreeSet<FactId>();
          var outlines = new ArrayList<String>();
          var search =
              new Search(connection, caller.practice(), at(query.knownAt()), found, outlines);
          var searched = Uni.createFrom().voidItem();
          for (var round : query.rounds()) {
            searched = searched.chain(() -> search.round(round));
          }
          var ids = new ArrayList<FactId>();
          searched = searched.invoke(() -> ids.addAll(found));
          for (var round : query.outlines()) {
            searched = searched.chain(() -> search.outlines(round));
          }
          return searched
              .call(() -> record(connection, caller, query, found))
              .map(_ -> new Found(List.copyOf(ids), List.copyOf(outlines)));
        });
  }

  /**
   * What a question leads to.
   *
   * @param ids of facts whose versions are read
   * @param outlines a line of JSON for each outline that found anything: {@code outline} names the
   *     kind, {@code rows} holds the records
   */
  record Found(List<FactId> ids, List<String> outlines) {}

  /**
   * All versions of the facts, as NDJSON without the last line end, in the order of the ids given.
   */
  Uni<String> versions(UUID practice, Collection<FactId> ids, Instant knownAt) {
    var wanted =
        Tuple.of(practice)
            .addArrayOfString(ids.stream().map(FactId::kind).toArray(String[]::new))
            .addArrayOfString(ids.stream().map(FactId::id).toArray(String[]::new))
            .addOffsetDateTime(at(knownAt));
    return database.inPractice(
        practice,
        connection -> connection.preparedQuery(VERSIONS).execute(wanted).map(this::lines));
  }

  private Uni<Void> record(
      SqlConnection connection, Caller caller, FactQuery query, Collection<FactId> found) {
    var kindsOfPatients =
        query.kinds().filter(Kind::aboutPatients).map(Kind::name).distinct().toList();
    return kindsOfPatients.isEmpty()
        ? Uni.createFrom().voidItem()
        : audit.record(
            connection, caller, kindsOfPatients, query.asked(), query.knownAt(), found.size());
  }

  private String lines(RowSet<Row> rows) {
    var lines = new StringBuilder();
    for (var row : rows) {
      var kind = kinds.named(row.getString(0));
      var id = row.getString(1);
      if (!lines.isEmpty()) {
        lines.append('\n');
      }
      new StoredFact(
              kind,
              kind.publicId(id),
              kind.publicVersion(id, row.getInteger(2)),
              row.getOffsetDateTime(3).toInstant(),
              row.getString(4))
          .appendTo(lines);
    }
    return lines.toString();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** One search under way: what has been found so far, and how to find more. */
  private record Search(
      SqlConnection connection,
      UUID practice,
      OffsetDateTime knownAt,
      TreeSet<FactId> found,
      List<String> outlines) {

    Uni<Void> outlines(List<Outline> round) {
      var searches = new ArrayList<Uni<Void>>();
      round.forEach(outline -> searches.add(outline(outline)));
      return searches.isEmpty()
          ? Uni.createFrom().voidItem()
          : Uni.join().all(searches).andFailFast().replaceWithVoid();
    }

    private Uni<Void> outline(Outline outline) {
      var values =
          switch (outline.source()) {
            case Outline.Source.Given(var given) -> Uni.createFrom().item(given);
            case Outline.Source.Of(var kind) -> values(kind, outline.keys());
          };
      return values
          .chain(wanted -> rows(outline, wanted))
          .invoke(rows -> keep(outline, rows))
          .replaceWithVoid();
    }

    private Uni<RowSet<Row>> rows(Outline outline, List<String> values) {
      var wanted =
          Tuple.of(practice, outline.kind().name(), knownAt)
              .addArrayOfString(values.toArray(String[]::new))
              .addArrayOfString(outline.keys().toArray(String[]::new))
              .addInteger(outline.most());
      return connection.preparedQuery(OUTLINE).execute(wanted);
    }

    private void keep(Outline outline, RowSet<Row> rows) {
      try (var line = outline.line()) {
        for (var row : rows) {
          if (line.add(row.getString(1))) {
            found.add(new FactId(outline.kind().name(), row.getString(0)));
          }
        }
        outlines.add(line.end());
      } catch (IOException unreadable) {
        throw new UncheckedIOException("a kept record is no JSON", unreadable);
      }
    }

    private Uni<List<String>> values(Kind kind, List<String> keys) {
      var ids = found.stream().filter(fact -> fact.kind().equals(kind.name())).toList();
      return texts(
          connection
              .preparedQuery(VALUES_OF_KEYS)
              .execute(
                  Tuple.of(practice)
                      .addArrayOfString(ids.stream().map(FactId::kind).toArray(String[]::new))
                      .addArrayOfString(ids.stream().map(FactId::id).toArray(String[]::new))
                      .addOffsetDateTime(knownAt)
                      .addArrayOfString(
                          keys.stream().map(key -> key + "=").toArray(String[]::new))));
    }

    Uni<Void> round(List<Selector> selectors) {
      if (selectors.isEmpty()) {
        return Uni.createFrom().voidItem();
      }
      var searches = new ArrayList<Uni<RowSet<Row>>>();
      selectors.forEach(selector -> searches.add(rows(selector)));
      return Uni.join().all(searches).andFailFast().invoke(this::keep).replaceWithVoid();
    }

    private void keep(List<RowSet<Row>> answers) {
      answers.forEach(
          rows -> rows.forEach(row -> found.add(new FactId(row.getString(0), row.getString(1)))));
    }

    private Uni<RowSet<Row>> rows(Selector selector) {
      return switch (selector) {
        case Selector.All(var kind) ->
            connection.preparedQuery(ALL).execute(Tuple.of(practice, kind.name(), knownAt));
        case Selector.By(var kind, var key, var values) -> byValues(kind, key, values);
        case Selector.From(var kind, var key, var from) ->
            values(from).chain(values -> byValues(kind, key, values));
      };
    }

    private Uni<RowSet<Row>> byValues(Kind kind, String key, List<String> values) {
      var wanted =
          Tuple.of(practice, kind.name(), knownAt).addArrayOfString(values.toArray(String[]::new));
      return key.equals("id") && !kind.standsByVersion()
          ? connection.preparedQuery(BY_ID).execute(wanted)
          : connection.preparedQuery(BY_KEY).execute(wanted.addString(key));
    }

    private Uni<List<String>> values(String key) {
      if (key.equals("id")) {
        return Uni.createFrom().item(found.stream().map(FactId::id).distinct().toList());
      }
      var earlier =
          Tuple.of(practice)
              .addArrayOfString(found.stream().map(FactId::kind).toArray(String[]::new))
              .addArrayOfString(found.stream().map(FactId::id).toArray(String[]::new))
              .addOffsetDateTime(knownAt)
              .addString(key + "=");
      return texts(connection.preparedQuery(VALUES).execute(earlier));
    }

    private static Uni<List<String>> texts(Uni<RowSet<Row>> answer) {
      return answer.map(
          rows -> {
            var values = new ArrayList<String>();
            rows.forEach(row -> values.add(row.getString(0)));
            return values;
          });
    }
  }
}
