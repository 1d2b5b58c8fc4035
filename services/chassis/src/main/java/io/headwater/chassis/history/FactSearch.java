package io.headwater.chassis.history;

import io.headwater.chassis.history.FactQuery.Selector;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One search under way: what has been found so far, the key values that later rounds go by, and how
 * to find more. However many selectors a round has, it takes one statement for each way of finding,
 * and one to learn the keys of what is new.
 */
final class FactSearch {

  private static final String ALL =
      """
      select distinct kind, id from fact
      where practice_id = $1 and kind = any($2) and recorded_at <= $3
      """;

  private static final String BY_ID =
      """
      select wanted.kind, wanted.id
      from unnest($2::text[], $4::text[]) wanted(kind, id)
      cross join lateral (
        select from fact
        where practice_id = $1 and kind = wanted.kind and id = wanted.id and recorded_at <= $3
        limit 1) f
      """;

  private static final String BY_KEY =
      """
      select k.kind, k.id
      from unnest($2::text[], $4::text[], $5::text[]) wanted(kind, name, value)
      cross join lateral (
        select kind, id from fact_key
        where practice_id = $1 and kind = wanted.kind and name = wanted.name and value = wanted.value
          and since <= $3
        offset 0) k
      """;

  private static final String KEYS =
      """
      select distinct found.kind, k
      from unnest($2::text[], $4::text[]) found(kind, id)
      cross join lateral (
        select keys from fact
        where practice_id = $1 and kind = found.kind and id = found.id and recorded_at <= $3
        offset 0) f
      cross join unnest(f.keys) k
      where split_part(k, '=', 1) = any($5)
      """;

  private final UUID practice;
  private final OffsetDateTime knownAt;
  private final Set<String> needed;
  private final TreeSet<FactId> found = new TreeSet<>();
  private final List<FactId> unread = new ArrayList<>();
  private final Map<String, Map<String, Set<String>>> values = new HashMap<>();

  /**
   * A search that has found nothing yet.
   *
   * @param query whose rounds and outlines say which keys will be gone by
   */
  FactSearch(UUID practice, OffsetDateTime knownAt, FactQuery query) {
    this.practice = practice;
    this.knownAt = knownAt;
    this.needed =
        Stream.concat(
                query.rounds().stream()
                    .flatMap(List::stream)
                    .filter(Selector.From.class::isInstance)
                    .map(selector -> ((Selector.From) selector).from()),
                query.outlines().stream()
                    .flatMap(List::stream)
                    .filter(outline -> outline.source() instanceof Outline.Source.Of)
                    .flatMap(outline -> outline.keys().stream()))
            .filter(key -> !key.equals("id"))
            .collect(Collectors.toSet());
  }

  /** What has been found, in order. */
  SortedSet<FactId> found() {
    return found;
  }

  /** The practice whose facts are searched, for statements of others. */
  UUID practice() {
    return practice;
  }

  /** The instant as of which facts are searched. */
  OffsetDateTime knownAt() {
    return knownAt;
  }

  /** Adds what was found otherwise. */
  void add(FactId fact) {
    if (found.add(fact)) {
      unread.add(fact);
    }
  }

  /** Finds what the selectors of a round lead to. */
  Uni<Void> round(SqlConnection connection, List<Selector> selectors) {
    return selectors.isEmpty()
        ? Uni.createFrom().voidItem()
        : selectors.stream().anyMatch(Selector.From.class::isInstance)
            ? learnKeys(connection).chain(() -> find(connection, wanted(selectors)))
            : find(connection, wanted(selectors));
  }

  /** What facts of a kind, of those whose keys were learned, hold under any of the keys. */
  List<String> held(String kind, Collection<String> keys) {
    var of = values.getOrDefault(kind, Map.of());
    return keys.stream()
        .flatMap(key -> of.getOrDefault(key, Set.of()).stream())
        .distinct()
        .toList();
  }

  /** What a round asks for: whole kinds, facts by id, facts by a value under a key. */
  private static final class Wanted {
    private final List<String> kinds = new ArrayList<>();
    private final List<FactId> ids = new ArrayList<>();
    private final List<String> keyKinds = new ArrayList<>();
    private final List<String> keyNames = new ArrayList<>();
    private final List<String> keyValues = new ArrayList<>();

    void add(Kind kind, String key, Collection<String> values) {
      if (key.equals("id") && !kind.standsByVersion()) {
        values.forEach(id -> ids.add(new FactId(kind.name(), id)));
        return;
      }
      for (var value : values) {
        keyKinds.add(kind.name());
        keyNames.add(key);
        keyValues.add(value);
      }
    }
  }

  private Wanted wanted(List<Selector> selectors) {
    var wanted = new Wanted();
    for (var selector : selectors) {
      switch (selector) {
        case Selector.All(var kind) -> wanted.kinds.add(kind.name());
        case Selector.By(var kind, var key, var given) -> wanted.add(kind, key, given);
        case Selector.From(var kind, var key, var from) -> wanted.add(kind, key, held(from));
      }
    }
    return wanted;
  }

  private Collection<String> held(String key) {
    return key.equals("id")
        ? found.stream().map(FactId::id).distinct().toList()
        : values.values().stream()
            .flatMap(of -> of.getOrDefault(key, Set.of()).stream())
            .collect(Collectors.toSet());
  }

  private Uni<Void> find(SqlConnection connection, Wanted wanted) {
    var searches = new ArrayList<Uni<RowSet<Row>>>();
    if (!wanted.kinds.isEmpty()) {
      searches.add(
          connection
              .preparedQuery(ALL)
              .execute(
                  Tuple.of(practice)
                      .addArrayOfString(array(wanted.kinds))
                      .addOffsetDateTime(knownAt)));
    }
    if (!wanted.ids.isEmpty()) {
      searches.add(connection.preparedQuery(BY_ID).execute(facts(wanted.ids)));
    }
    if (!wanted.keyKinds.isEmpty()) {
      searches.add(
          connection
              .preparedQuery(BY_KEY)
              .execute(
                  Tuple.of(practice)
                      .addArrayOfString(array(wanted.keyKinds))
                      .addOffsetDateTime(knownAt)
                      .addArrayOfString(array(wanted.keyNames))
                      .addArrayOfString(array(wanted.keyValues))));
    }
    return searches.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(searches).andFailFast().invoke(this::keep).replaceWithVoid();
  }

  private void keep(List<RowSet<Row>> answers) {
    answers.forEach(
        rows -> rows.forEach(row -> add(new FactId(row.getString(0), row.getString(1)))));
  }

  /** Learns the needed keys of what was found since the last time. */
  Uni<Void> learnKeys(SqlConnection connection) {
    if (unread.isEmpty() || needed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var wanted = facts(unread).addArrayOfString(array(needed));
    unread.clear();
    return connection
        .preparedQuery(KEYS)
        .execute(wanted)
        .invoke(rows -> rows.forEach(row -> learn(row.getString(0), row.getString(1))))
        .replaceWithVoid();
  }

  private void learn(String kind, String key) {
    int equals = key.indexOf('=');
    values
        .computeIfAbsent(kind, _ -> new HashMap<>())
        .computeIfAbsent(key.substring(0, equals), _ -> new TreeSet<>())
        .add(key.substring(equals + 1));
  }

  private Tuple facts(List<FactId> ids) {
    return Tuple.of(practice)
        .addArrayOfString(ids.stream().map(FactId::kind).toArray(String[]::new))
        .addOffsetDateTime(knownAt)
        .addArrayOfString(ids.stream().map(FactId::id).toArray(String[]::new));
  }

  private static String[] array(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }
}
