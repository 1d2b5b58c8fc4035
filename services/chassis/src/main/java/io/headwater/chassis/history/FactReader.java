package io.headwater.chassis.history;

import io.headwater.chassis.audit.ReadAudit;
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

  private final Database database;
  private final FactKinds kinds;
  private final ReadAudit audit;
  private final OutlineReader outlines;

  @Inject
  FactReader(Database database, FactKinds kinds, ReadAudit audit, OutlineReader outlines) {
    this.database = database;
    this.kinds = kinds;
    this.audit = audit;
    this.outlines = outlines;
  }

  /**
   * The ids that a question leads to, in order; the read is on record before anything is answered.
   */
  Uni<Found> find(Caller caller, FactQuery query) {
    return database.inPractice(
        caller.practice(),
        connection -> {
          var search = new FactSearch(connection, caller.practice(), at(query.knownAt()), query);
          var ids = new ArrayList<FactId>();
          var lines = new ArrayList<String>();
          var searched = Uni.createFrom().voidItem();
          for (var round : query.rounds()) {
            searched = searched.chain(() -> search.round(round));
          }
          searched = searched.invoke(() -> ids.addAll(search.found()));
          for (var round : query.outlines()) {
            searched =
                searched
                    .chain(() -> outlines.round(search, round))
                    .invoke(lines::addAll)
                    .replaceWithVoid();
          }
          return searched
              .call(() -> record(connection, caller, query, search.found()))
              .map(_ -> new Found(List.copyOf(ids), List.copyOf(lines)));
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
}
