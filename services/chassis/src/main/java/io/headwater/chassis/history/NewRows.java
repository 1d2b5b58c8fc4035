package io.headwater.chassis.history;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A batch of facts on its way into the tables: which of them are new, and as which version. */
final class NewRows {

  private final UUID practice;
  private final List<NewFact> batch;
  private final List<Versioned> fresh = new ArrayList<>();

  /** A new version. */
  private record Versioned(NewFact fact, int version) {}

  /** What is known of one fact. */
  private static final class Known {
    private final Set<String> hashes = new HashSet<>();
    private int version;

    void add(int stored, String hash) {
      version = Math.max(version, stored);
      hashes.add(hash);
    }
  }

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
    Map<FactId, Known> known = new HashMap<>();
    for (var row : stored) {
      known
          .computeIfAbsent(new FactId(row.getString(0), row.getString(1)), _ -> new Known())
          .add(row.getInteger(2), row.getString(3));
    }
    for (var fact : batch) {
      var one = known.computeIfAbsent(fact.factId(), _ -> new Known());
      if (!one.hashes.contains(fact.hash())) {
        one.add(one.version + 1, fact.hash());
        fresh.add(new Versioned(fact, one.version));
      }
    }
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
            fresh.stream().map(row -> at(row.fact())).toArray(OffsetDateTime[]::new))
        .addArrayOfString(texts(fresh, row -> row.fact().hash()))
        .addArrayOfString(texts(fresh, row -> row.fact().keys()))
        .addArrayOfString(texts(fresh, row -> row.fact().body()));
  }

  /** The rows of what the first, or the later, versions can be found by. */
  Tuple keys(boolean first) {
    var facts = new ArrayList<NewFact>();
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var row : fresh) {
      if (row.version() == 1 == first && !row.fact().keys().isEmpty()) {
        for (var pair : row.fact().keys().split(String.valueOf(NewFact.SEPARATOR), -1)) {
          var equals = pair.indexOf('=');
          facts.add(row.fact());
          names.add(pair.substring(0, equals));
          values.add(pair.substring(equals + 1));
        }
      }
    }
    return columns(facts, fact -> fact)
        .addArrayOfOffsetDateTime(facts.stream().map(NewRows::at).toArray(OffsetDateTime[]::new))
        .addArrayOfString(names.toArray(String[]::new))
        .addArrayOfString(values.toArray(String[]::new));
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

  private static OffsetDateTime at(NewFact fact) {
    return fact.recordedAt().atOffset(ZoneOffset.UTC);
  }
}
