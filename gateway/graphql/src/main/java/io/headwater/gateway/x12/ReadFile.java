package io.headwater.gateway.x12;

import io.headwater.gateway.arrival.ArrivalWatch;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.record.FactBatches;
import io.headwater.gateway.spool.Spool;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.gateway.x12.FileBeginnings.Begun;
import io.headwater.gateway.x12.FileBeginnings.Come;
import io.headwater.x12.NotX12Exception;
import io.headwater.x12.X12Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Reads a file once and hands each transaction set to its owner, whole. A file that broke off, here
 * or on its way, is continued when it is sent again: with the same instant, so that what is there
 * already is not recorded twice.
 */
@ApplicationScoped
public class ReadFile {

  private static final int STRIPES = 64;

  private final FileStore store;
  private final FactClient client;
  private final Clock clock;
  private final UnderWay underWay;
  private final ArrivalWatch watch;
  private final List<Lock> stripes =
      Stream.<Lock>generate(ReentrantLock::new).limit(STRIPES).toList();

  ReadFile(FileStore store, FactClient client, Clock clock, UnderWay underWay, ArrivalWatch watch) {
    this.watch = watch;
    this.underWay = underWay;
    this.store = store;
    this.client = client;
    this.clock = clock;
  }

  /** Reads a file for a practice; the same content at the same time waits for the first. */
  FileAnswer read(Caller caller, Spool spool, Instant recordedAt) throws IOException {
    var arriving = new ArrivingClaims(watch.payers(caller.practice()));
    var answer = read(caller, spool, recordedAt, arriving);
    if (!arriving.unwatched() && !answer.seen()) {
      watch.settle(caller.practice());
    }
    return answer;
  }

  private FileAnswer read(Caller caller, Spool spool, Instant recordedAt, ArrivingClaims arriving)
      throws IOException {
    return alone(
        caller,
        spool,
        () ->
            switch (begin(caller, spool, recordedAt)) {
              case Begun.Seen(var file) -> new FileAnswer(file, true);
              case Begun.Fresh fresh -> {
                var resource = deliver(caller, spool, fresh, arriving);
                store.finish(caller.practice(), List.of(new FileStore.Read(resource, spool)));
                yield new FileAnswer(resource, false);
              }
            });
  }

  /**
   * Reads what came of a file whose sender broke off: transaction sets that came whole are applied,
   * the rest is left for when the file is sent again.
   *
   * @return how many transaction sets were applied
   */
  long readCut(Caller caller, Spool spool, Instant recordedAt) throws IOException {
    var arriving = new ArrivingClaims(watch.payers(caller.practice()));
    return alone(
        caller,
        spool,
        () ->
            switch (begin(caller, spool, recordedAt)) {
              case Begun.Seen(var file) -> applied(file);
              case Begun.Fresh fresh -> {
                long applied = applied(deliver(caller, spool, fresh, arriving));
                if (applied > 0) {
                  store.cut(caller.practice(), fresh.id(), spool.length());
                } else {
                  store.forget(caller.practice(), fresh.id());
                }
                yield applied;
              }
            });
  }

  /** Begins files that came at once; whoever asks reads them, ends them and closes. */
  public FilesTogether together(
      Caller caller, List<FilesTogether.Arrived> files, FactBatches facts) {
    var now = clock.instant();
    var locks =
        files.stream()
            .map(file -> stripe(caller, file.content()))
            .distinct()
            .sorted()
            .map(stripes::get)
            .toList();
    locks.forEach(Lock::lock);
    try {
      return new FilesTogether(
          this, store, caller, files, now, new WholeSets(client, caller, facts), locks);
    } catch (RuntimeException failure) {
      locks.forEach(Lock::unlock);
      throw failure;
    }
  }

  /** The payers whose claims somebody watches for. */
  ArrivingClaims arriving(Caller caller) {
    return new ArrivingClaims(watch.payers(caller.practice()));
  }

  private static long applied(FileResource file) {
    return file.interchanges().stream()
        .flatMap(interchange -> interchange.transactions().stream())
        .filter(set -> set.status() == FileResource.Status.ACCEPTED)
        .count();
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T alone(Caller caller, Spool spool, Reading<T> reading) throws IOException {
    var stripe = stripes.get(stripe(caller, spool));
    stripe.lock();
    try {
      return reading.read();
    } finally {
      stripe.unlock();
    }
  }

  private static int stripe(Caller caller, Spool spool) {
    return Math.floorMod((caller.practice() + spool.sha256()).hashCode(), STRIPES);
  }

  private Begun begin(Caller caller, Spool spool, Instant recordedAt) {
    var now = clock.instant();
    var come = new Come(spool, recordedAt == null ? now : recordedAt);
    return store.begin(caller.practice(), List.of(come), now).getFirst();
  }

  private FileResource deliver(
      Caller caller, Spool spool, Begun.Fresh file, ArrivingClaims arriving) throws IOException {
    var sets = new WholeSets(client, caller, new FactBatches(client, caller));
    var delivery = new Delivery(sets, file.recordedAt(), arriving);
    try {
      read(caller, spool, file, delivery);
    } catch (NotX12Exception e) {
      store.forget(caller.practice(), file.id());
      throw notX12();
    }
    sets.flush();
    arrived(caller, delivery);
    return delivery.resource(spool, file);
  }

  /** Reads a file that was begun; what it gives is on its way to the owners. */
  void read(Caller caller, Spool spool, Begun.Fresh file, Delivery delivery) throws IOException {
    try (var in = underWay.open(caller.practice(), spool, file.receivedAt())) {
      X12Reader.read(in, delivery);
    } finally {
      delivery.drop();
    }
  }

  /** Tells those who watch of the claims of a file whose facts are recorded. */
  void arrived(Caller caller, Delivery delivery) {
    var arrival = delivery.arrival(caller.practice());
    if (!arrival.empty()) {
      watch.arrived(arrival);
    }
  }

  /** What is told of a body in which there is no interchange. */
  static Problem notX12() {
    return ProblemKind.BODY_UNREADABLE.with("no X12 interchange was found");
  }
}
