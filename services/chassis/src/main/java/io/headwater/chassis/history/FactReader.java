package io.headwater.chassis.history;

import io.headwater.chassis.audit.ReadAudit;
import io.headwater.chassis.history.FactQuery.Part;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Finds facts by what is asked, then reads all their versions as known at the instant of the
 * question.
 */
@ApplicationScoped
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
class FactReader {

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

  private static final int A_PAGE = 500;

  private final Database database;
  private final FactKinds kinds;
  private final ReadAudit audit;
  private final FactCounter counter;
  private final OutlineReader outlines;

  @Inject
  FactReader(
      Database database,
      FactKinds kinds,
      ReadAudit audit,
      FactCounter counter,
      OutlineReader outlines) {
    this.database = database;
    this.kinds = kinds;
    this.audit = audit;
    this.counter = counter;
    this.outlines = outlines;
  }

  /**
   * The ids that a question leads to, in order, and what is known of the first of them; the read is
   * on record before anything is answered.
   */
  Uni<Found> find(Caller caller, FactQuery query) {
    var search = new FactSearch(caller.practice(), at(query.knownAt()), query);
    return database.inPractice(
        caller.practice(),
        connection -> {
          var searched = Uni.createFrom().voidItem();
          for (var round : query.rounds()) {
            searched = searched.chain(() -> search.round(connection, round));
          }
          return searched
              .call(() -> record(connection, caller, query, Part.FACTS, search.found().size()))
              .chain(() -> found(connection, search, query.counts()));
        });
  }

  private Uni<Found> found(
      SqlConnection connection, FactSearch search, List<FactQuery.Count> counts) {
    var ids = List.copyOf(search.found());
    var first = ids.subList(0, Math.min(ids.size(), A_PAGE));
    var counted = new ArrayList<String>();
    var answer = versions(connection, search.practice(), first, search.knownAt());
    for (var count : counts) {
      answer =
          answer.call(
              () ->
                  counter
                      .lines(connection, search.practice(), count, search.knownAt())
                      .invoke(counted::add));
    }
    return answer.map(lines -> new Found(search, ids, lines, counted));
  }

  /**
   * What a question leads to.
   *
   * @param search where outlines go on from
   * @param ids of facts whose versions are answered
   * @param first the versions of the first page of them
   * @param counts lines of what was counted
   */
  record Found(FactSearch search, List<FactId> ids, String first, List<String> counts) {

    /** The ids after the first page, page by page. */
    List<List<FactId>> rest() {
      var pages = new ArrayList<List<FactId>>();
      for (int from = A_PAGE; from < ids.size(); from += A_PAGE) {
        pages.add(ids.subList(from, Math.min(from + A_PAGE, ids.size())));
      }
      return pages;
    }
  }

  /**
   * All versions of the facts, as NDJSON without the last line end, in the order of the ids given.
   */
  Uni<String> versions(UUID practice, Collection<FactId> ids, Instant knownAt) {
    return database.inPractice(
        practice, connection -> versions(connection, practice, ids, at(knownAt)));
  }

  private Uni<String> versions(
      SqlConnection connection, UUID practice, Collection<FactId> ids, OffsetDateTime knownAt) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item("");
    }
    var wanted =
        Tuple.of(practice)
            .addArrayOfString(ids.stream().map(FactId::kind).toArray(String[]::new))
            .addArrayOfString(ids.stream().map(FactId::id).toArray(String[]::new))
            .addOffsetDateTime(knownAt);
    return connection.preparedQuery(VERSIONS).execute(wanted).map(this::lines);
  }

  /**
   * What a question asks in outline, after its rounds: a line of JSON for each outline. This read
   * is on record by itself.
   */
  Uni<List<String>> outlines(Caller caller, FactQuery query, FactSearch search) {
    int before = search.found().size();
    return database.inPractice(
        caller.practice(),
        connection -> {
          var lines = new ArrayList<String>();
          var searched = Uni.createFrom().voidItem();
          for (var round : query.outlines()) {
            searched =
                searched
                    .chain(() -> outlines.round(connection, search, round))
                    .invoke(lines::addAll)
                    .replaceWithVoid();
          }
          return searched
              .call(
                  () ->
                      record(
                          connection, caller, query, Part.OUTLINES, search.found().size() - before))
              .replaceWith(lines);
        });
  }

  private Uni<Void> record(
      SqlConnection connection, Caller caller, FactQuery query, Part part, int found) {
    var kindsOfPatients =
        query.kinds(part).filter(Kind::aboutPatients).map(Kind::name).distinct().toList();
    return kindsOfPatients.isEmpty()
        ? Uni.createFrom().voidItem()
        : audit.record(
            connection, caller, kindsOfPatients, query.asked(part), query.knownAt(), found);
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
}
