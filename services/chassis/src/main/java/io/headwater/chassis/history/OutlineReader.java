package io.headwater.chassis.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.headwater.chassis.history.Outline.Shape;
import io.headwater.chassis.history.Outline.Sketch;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads facts in outline. A version of a fact never changes, so what was told of it is remembered
 * for a while: most questions of a practice have the same neighbours, and only their numbers are
 * read again.
 */
@ApplicationScoped
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
class OutlineReader {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final long CHARACTERS = 12 << 20;
  private static final int OVERHEAD = 200;

  private static final String LATEST =
      """
      select array_agg(id), array_agg(version)
      from (
        select id, version
        from (
          select distinct on (id) id, since, version from fact_key
          where practice_id = $1 and name = any($5) and value = any($4) and kind = $2 and since <= $3
          order by id, since desc, version desc) latest
        order by since desc limit $6) found
      """;

  private static final String BODIES =
      """
      select f.body
      from unnest($3::text[], $4::int[]) with ordinality as wanted(id, version, position)
      cross join lateral (
        select body from fact
        where practice_id = $1 and kind = $2 and id = wanted.id and version = wanted.version
        offset 0) f
      order by wanted.position
      """;

  /** What is remembered: one version of a fact, in one shape. */
  private record Told(UUID practice, String id, int version, Shape shape) {

    @Override
    public int hashCode() {
      return (practice.hashCode() * 31 + id.hashCode()) * 31 + version;
    }
  }

  private final Cache<Told, Sketch> remembered =
      Caffeine.newBuilder()
          .maximumWeight(CHARACTERS)
          .weigher(
              (Told told, Sketch sketch) -> told.id().length() + sketch.json().length() + OVERHEAD)
          .expireAfterAccess(REMEMBERED)
          .build();

  /** The shapes asked for, one object each, so that they are quickly found to be the same. */
  private final Map<Shape, Shape> shapes = new ConcurrentHashMap<>();

  /** The lines of the outlines of one round; what they tell of counts as found. */
  Uni<List<String>> round(SqlConnection connection, FactSearch search, List<Outline> round) {
    if (round.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return search
        .learnKeys(connection)
        .chain(
            () ->
                Uni.join()
                    .all(round.stream().map(outline -> line(connection, search, outline)).toList())
                    .andFailFast());
  }

  private Uni<String> line(SqlConnection connection, FactSearch search, Outline outline) {
    var values =
        switch (outline.source()) {
          case Outline.Source.Given(var given) -> given;
          case Outline.Source.Of(var kind) -> search.held(kind.name(), outline.keys());
        };
    if (values.isEmpty()) {
      return Uni.createFrom().item(outline.line(List.of()));
    }
    var wanted =
        Tuple.of(search.practice(), outline.kind().name(), search.knownAt())
            .addArrayOfString(values.toArray(String[]::new))
            .addArrayOfString(outline.keys().toArray(String[]::new))
            .addInteger(outline.most());
    var shape = shapes.computeIfAbsent(outline.shape(), same -> same);
    return connection
        .preparedQuery(LATEST)
        .execute(wanted)
        .map(rows -> told(search.practice(), shape, rows))
        .chain(
            told ->
                sketches(connection, search, outline, told)
                    .map(sketches -> keep(search, outline, told, sketches)));
  }

  private static List<Told> told(UUID practice, Shape shape, RowSet<Row> rows) {
    var row = rows.iterator().next();
    var ids = row.getArrayOfStrings(0);
    if (ids == null) {
      return List.of();
    }
    var versions = row.getArrayOfIntegers(1);
    var told = new ArrayList<Told>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      told.add(new Told(practice, ids[i], versions[i], shape));
    }
    return told;
  }

  /** The outlines, those that are not remembered from the database. */
  private Uni<Sketch[]> sketches(
      SqlConnection connection, FactSearch search, Outline outline, List<Told> told) {
    var sketches = new Sketch[told.size()];
    var missing = new ArrayList<Integer>();
    for (int place = 0; place < sketches.length; place++) {
      sketches[place] = remembered.getIfPresent(told.get(place));
      if (sketches[place] == null) {
        missing.add(place);
      }
    }
    if (missing.isEmpty()) {
      return Uni.createFrom().item(sketches);
    }
    var wanted =
        Tuple.of(search.practice(), outline.kind().name())
            .addArrayOfString(
                missing.stream().map(place -> told.get(place).id()).toArray(String[]::new))
            .addArrayOfInteger(
                missing.stream().map(place -> told.get(place).version()).toArray(Integer[]::new));
    return connection
        .preparedQuery(BODIES)
        .execute(wanted)
        .map(
            bodies -> {
              int next = 0;
              for (var body : bodies) {
                int place = missing.get(next++);
                sketches[place] = sketch(told.get(place).shape(), body.getString(0));
                remembered.put(told.get(place), sketches[place]);
              }
              return sketches;
            });
  }

  private static Sketch sketch(Shape shape, String record) {
    try {
      return shape.sketch(record);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a kept record is no JSON", unreadable);
    }
  }

  private static String keep(
      FactSearch search, Outline outline, List<Told> told, Sketch[] sketches) {
    var reached = new ArrayList<Sketch>(sketches.length);
    for (int place = 0; place < sketches.length; place++) {
      if (outline.reaches(sketches[place])) {
        search.add(new FactId(outline.kind().name(), told.get(place).id()));
        reached.add(sketches[place]);
      }
    }
    return outline.line(reached);
  }
}
