package io.headwater.chassis.history;

import static io.headwater.chassis.tenancy.OpenTransaction.await;

import io.headwater.chassis.outbox.OutboxRelay;
import io.headwater.chassis.tenancy.Database;
import io.headwater.chassis.tenancy.OpenTransaction;
import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Appends a body of facts, their keys and their events in one transaction: all of it or, if the
 * body breaks off or anything fails, nothing. While one batch is written the next is read.
 */
@ApplicationScoped
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
class FactWriter {

  /**
   * Versions are counted, so the writes of one practice follow one another. The plan of {@link
   * #KNOWN} is kept while the table grows from nothing, so it must never be to read all of it.
   */
  private static final String IN_TURN =
      """
      select set_config('enable_seqscan', 'off', true), pg_advisory_xact_lock(hashtextextended('facts ' || $1, 0))
      """;

  private static final String KNOWN =
      """
      select f.kind, f.id, f.version, f.hash, f.recorded_at, f.keys
      from unnest($2::text[], $3::text[]) given(kind, id)
      cross join lateral (
        select kind, id, version, hash, recorded_at, keys from fact
        where practice_id = $1 and kind = given.kind and id = given.id
        offset 0) f
      """;

  private static final String FACTS =
      """
      insert into fact (practice_id, kind, id, version, recorded_at, hash, keys, body)
      select $1, kind, id, version, recorded_at, hash, string_to_array(keys, E'\\x1f'), body
      from unnest($2::text[], $3::text[], $4::int[], $5::timestamptz[], $6::text[], $7::text[], $8::text[])
        fresh(kind, id, version, recorded_at, hash, keys, body)
      """;

  private static final String KEYS =
      """
      insert into fact_key (practice_id, kind, id, since, version, name, value)
      select $1, fresh.*
      from unnest($2::text[], $3::text[], $4::timestamptz[], $5::int[], $6::text[], $7::text[]) fresh
      """;

  private static final String EVENTS =
      "insert into outbox (practice_id, kinds, ids, versions) values ($1, $2, $3, $4)";

  private static final int TURNS = 64;

  /** So many bodies are written at once; readers keep the other connections. */
  private static final int WRITES_AT_ONCE = 4;

  private final Database database;
  private final OutboxRelay outbox;

  /** Whoever waits for a turn waits here, without a connection, before it waits in the database. */
  private final List<Lock> turns = Stream.<Lock>generate(ReentrantLock::new).limit(TURNS).toList();

  private final Semaphore writing = new Semaphore(WRITES_AT_ONCE, true);

  @Inject
  FactWriter(Database database, OutboxRelay outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  /**
   * What became of a body.
   *
   * @param accepted how many facts were new
   * @param unchanged how many were known word for word
   */
  record Appended(long accepted, long unchanged) {}

  /** Appends what is new in the body. Blocks; for virtual threads. */
  Appended append(UUID practice, FactLines lines) throws IOException {
    var batch = lines.next();
    if (batch.isEmpty()) {
      return new Appended(0, 0);
    }
    var turn = turns.get(Math.floorMod(practice.hashCode(), TURNS));
    turn.lock();
    try {
      return append(practice, batch, lines);
    } finally {
      turn.unlock();
    }
  }

  private Appended append(UUID practice, List<NewFact> first, FactLines lines) throws IOException {
    long all = 0;
    long fresh = 0;
    writing.acquireUninterruptibly();
    try (var transaction = database.open(practice)) {
      transaction.send(IN_TURN, Tuple.of(practice.toString()));
      var written = CompletableFuture.<Void>completedFuture(null);
      for (var batch = first; !batch.isEmpty(); batch = lines.next()) {
        var rows = new NewRows(practice, batch);
        rows.count(await(transaction.send(KNOWN, rows.ids())));
        await(written);
        written = write(transaction, rows);
        all += batch.size();
        fresh += rows.size();
      }
      await(written);
      transaction.commit();
    } finally {
      writing.release();
    }
    outbox.wake();
    return new Appended(fresh, all - fresh);
  }

  private static CompletableFuture<Void> write(OpenTransaction transaction, NewRows rows) {
    if (rows.size() == 0) {
      return CompletableFuture.completedFuture(null);
    }
    var sent =
        List.of(
            transaction.send(FACTS, rows.facts()),
            transaction.send(KEYS, rows.keys()),
            transaction.send(EVENTS, rows.events()));
    return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
  }
}
