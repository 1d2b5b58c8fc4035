package io.headwater.chassis.outbox;

import io.headwater.chassis.ServiceConfig;
import io.headwater.chassis.tenancy.Database;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Carries the outbox to Kafka. One relay works at a time, however many copies of the service run,
 * so that the order within a practice holds. While Kafka or the database is away, rows wait and the
 * relay tries again; nobody else notices.
 */
@ApplicationScoped
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

  /** A load writes many small bodies; what comes within this time is carried together. */
  private static final Duration GATHERING = Duration.ofMillis(100);

  private static final int MOST_ROWS = 200;
  private static final int ENOUGH_EVENTS = 1000;

  /**
   * Rows from the oldest on until they hold enough events. The advisory lock keeps other relays
   * away until this one has committed.
   */
  private static final String TAKE =
      """
      delete from outbox where id = any(array(
        select id from (
          select id, coalesce(sum(cardinality(ids)) over (order by id rows between unbounded preceding and 1 preceding), 0)
            as before
          from (
            select id, ids from outbox where (select pg_try_advisory_xact_lock(hashtextextended($1, 0)))
            order by id limit $2) oldest) counted
        where before < $3))
      returning id, practice_id, kinds, ids, versions
      """;

  private final Database database;
  private final Announcements announcements;
  private final String topicName;
  private final Optional<String> brokers;
  private final Semaphore written = new Semaphore(0);
  private Thread thread;

  @Inject
  OutboxRelay(Database database, Announcements announcements, ServiceConfig config) {
    this.database = database;
    this.announcements = announcements;
    this.topicName = "headwater." + config.service();
    this.brokers = config.kafka();
  }

  /** Says that there may be new rows. */
  public void wake() {
    if (written.availablePermits() == 0) {
      written.release();
    }
  }

  void start(@Observes StartupEvent started) {
    brokers.ifPresent(
        servers ->
            thread = Thread.ofPlatform().daemon().name("outbox").start(() -> relay(servers)));
  }

  void stop(@Observes ShutdownEvent stopped) {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void relay(String servers) {
    while (!Thread.currentThread().isInterrupted()) {
      try (var topic = Topic.open(servers, topicName)) {
        while (true) {
          if (!VertxContextSupport.subscribeAndAwait(() -> drain(topic))) {
            awaitWrite();
          }
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (Throwable away) {
        LOG.debugf("The outbox waits: %s", away.toString());
        if (!rest()) {
          return;
        }
      }
    }
  }

  private void awaitWrite() throws InterruptedException {
    if (written.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
      Thread.sleep(GATHERING);
      written.drainPermits();
    }
  }

  private static boolean rest() {
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE);
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  /**
   * Takes rows, waits for Kafka's acknowledgment, and only then commits that they are gone; says
   * whether more may wait.
   */
  private Uni<Boolean> drain(Topic topic) {
    return database.inRelay(
        connection ->
            connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(topicName, MOST_ROWS, ENOUGH_EVENTS))
                .chain(
                    rows ->
                        told(connection, byPractice(rows))
                            .chain(events -> sent(topic, events))
                            .map(sent -> sent >= ENOUGH_EVENTS || rows.size() == MOST_ROWS)));
  }

  /** Versions of one practice to tell of, in order. */
  private record Batch(
      UUID practice, List<String> kinds, List<String> ids, List<Integer> versions) {

    void add(Row row) {
      kinds.addAll(List.of(row.getArrayOfStrings(2)));
      ids.addAll(List.of(row.getArrayOfStrings(3)));
      versions.addAll(List.of(row.getArrayOfIntegers(4)));
    }
  }

  private static List<Batch> byPractice(RowSet<Row> taken) {
    var rows = new ArrayList<Row>();
    taken.forEach(rows::add);
    rows.sort(Comparator.comparingLong(row -> row.getLong(0)));
    var batches = new LinkedHashMap<UUID, Batch>();
    for (var row : rows) {
      batches
          .computeIfAbsent(
              row.getUUID(1),
              practice ->
                  new Batch(practice, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
          .add(row);
    }
    return List.copyOf(batches.values());
  }

  private Uni<List<Topic.Event>> told(SqlConnection connection, List<Batch> batches) {
    var events = new ArrayList<Topic.Event>();
    var told = Uni.createFrom().voidItem();
    for (var batch : batches) {
      told =
          told.chain(() -> database.turnTo(connection, batch.practice()))
              .chain(
                  () ->
                      announcements.read(
                          connection,
                          batch.practice(),
                          batch.kinds(),
                          batch.ids(),
                          batch.versions()))
              .invoke(
                  texts ->
                      texts.forEach(text -> events.add(new Topic.Event(batch.practice(), text))))
              .replaceWithVoid();
    }
    return told.replaceWith(events);
  }

  private static Uni<Integer> sent(Topic topic, List<Topic.Event> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return Uni.createFrom()
        .item(
            () -> {
              try {
                topic.send(events);
              } catch (Exception away) {
                throw new IllegalStateException(away);
              }
              return events.size();
            })
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
