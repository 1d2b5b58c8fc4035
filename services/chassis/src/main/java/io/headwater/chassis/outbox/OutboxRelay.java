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
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
  private static final int MOST_EVENTS = 500;

  private static final String TAKE =
      """
      delete from outbox where id = any(array(
        select id from outbox where (select pg_try_advisory_xact_lock(hashtextextended($1, 0)))
        order by id limit $2 for update skip locked))
      returning id, practice_id, payload
      """;

  private final Database database;
  private final String topicName;
  private final Optional<String> brokers;
  private final Semaphore written = new Semaphore(0);
  private Thread thread;

  @Inject
  OutboxRelay(Database database, ServiceConfig config) {
    this.database = database;
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
          if (VertxContextSupport.subscribeAndAwait(() -> drain(topic)) == 0) {
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

  /** Takes rows, waits for Kafka's acknowledgment, and only then commits that they are gone. */
  private Uni<Integer> drain(Topic topic) {
    return database.inRelay(
        connection ->
            connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(topicName, MOST_EVENTS))
                .chain(rows -> sent(topic, inOrder(rows))));
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

  private static List<Topic.Event> inOrder(RowSet<Row> rows) {
    var events = new ArrayList<Topic.Event>();
    rows.forEach(
        row -> events.add(new Topic.Event(row.getLong(0), row.getUUID(1), row.getString(2))));
    events.sort(Comparator.comparingLong(Topic.Event::position));
    return events;
  }
}
