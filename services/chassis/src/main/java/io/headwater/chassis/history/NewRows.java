package io.headwater.chassis.history;

import io.headwater.chassis.history.Versions.KeyRow;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A batch of facts on its way into the tables: which of them are new, and as which version. */
final class NewRows {

  private final UUID practice;
  private final List<NewFact> batch;
  private final List<Versioned> fresh = new ArrayList<>();
  private final List<Found> keys = new ArrayList<>();

  /** A new version. */
  private record Versioned(NewFact fact, int version) {}

  /** A row of keys of a fact. */
  private record Found(NewFact fact, KeyRow row) {}

  NewRows(UUID practice, List<NewFact> batch) {
    this.practice = practice;
    this.batch = batch;
  }

  /** Practice, kinds and ids of the batch, each fact once. */
  Tuple ids() {
    var ids = new LinkedHashMap<FactId, NewFact>();
    batch.forEach(fact -> ids.putIfAbsent(fact.factId(), fact));
    return columns(List.copyOf(ids.values()), fact -> fact);
  }

  /** Leaves out what is known word for word, and counts versions on from those known. */
  void count(RowSet<Row> stored) {
    Map<FactId, Versions> known = new HashMap<>();
    for (var row : stored) {
      known
          .computeIfAbsent(new FactId(row.getString(0), row.getString(1)), _ -> new Versions())
          .known(
              row.getInteger(2),
              row.getString(3),
              row.getOffsetDateTime(4).toInstant(),
              List.of(row.getArrayOfStrings(5)));
    }
    for (var fact : batch) {
      var versions = known.computeIfAbsent(fact.factId(), _ -> new Versions());
      if (!versions.has(fact.hash())) {
        fresh.add(new Versioned(fact, versions.next()));
        versions
            .added(fact.hash(), fact.recordedAt(), keys(fact))
            .forEach(row -> keys.add(new Found(fact, row)));
      }
    }
  }

  private static List<String> keys(NewFact fact) {
    return fact.keys().isEmpty()
        ? List.of()
        : List.of(fact.keys().split(String.valueOf(NewFact.SEPARATOR), -1));
  }

  /** How many are new. */
  int size() {
    return fresh.size();
  }

  /** The rows of the history. */
  Tuple facts() {
    return columns(fresh, Versioned::fact)
        .addArrayOfInteger(versions())
        .addArrayOfOffsetDateTime(
            fresh.stream().map(row -> at(row.fact().recordedAt())).toArray(OffsetDateTime[]::new))
        .addArrayOfString(texts(fresh, row -> row.fact().hash()))
        .addArrayOfString(texts(fresh, row -> row.fact().keys()))
        .addArrayOfString(texts(fresh, row -> row.fact().body()));
  }

  /** The rows of what the versions can be found by. */
  Tuple keys() {
    return columns(keys, Found::fact)
        .addArrayOfOffsetDateTime(
            keys.stream().map(found -> at(found.row().since())).toArray(OffsetDateTime[]::new))
        .addArrayOfInteger(
            keys.stream().map(found -> found.row().version()).toArray(Integer[]::new))
        .addArrayOfString(texts(keys, found -> name(found.row().key())))
        .addArrayOfString(texts(keys, found -> value(found.row().key())));
  }

  private static String name(String key) {
    return key.substring(0, key.indexOf('='));
  }

  private static String value(String key) {
    return key.substring(key.indexOf('=') + 1);
  }

  /** The row of the outbox: which versions there is to tell of. */
  Tuple events() {
    return columns(fresh, Versioned::fact).addArrayOfInteger(versions());
  }

  private Integer[] versions() {
    return fresh.stream().map(Versioned::version).toArray(Integer[]::new);
  }

  private <T> Tuple columns(List<T> rows, Function<T, NewFact> fact) {
    return Tuple.of(practice)
        .addArrayOfString(texts(rows, row -> fact.apply(row).kind().name()))
        .addArrayOfString(texts(rows, row -> fact.apply(row).id()));
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
