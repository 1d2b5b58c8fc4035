package io.headwater.gateway.x12;

import io.headwater.gateway.arrival.ArrivalWatch;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.spool.Spool;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.x12.Interchange;
import io.headwater.x12.NotX12Exception;
import io.headwater.x12.ReadRecord;
import io.headwater.x12.TransactionResult;
import io.headwater.x12.X12Listener;
import io.headwater.x12.X12Reader;
import io.headwater.x12.X12Warning;
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
  private final ReadForms forms = new ReadForms();
  private final List<Lock> stripes =
      Stream.<Lock>generate(ReentrantLock::new).limit(STRIPES).toList();

  ReadFile(FileStore store, FactClient client, Clock clock, UnderWay underWay, ArrivalWatch watch) {
    this.watch = watch;
    this.underWay = underWay;
    this.store = store;
    this.client = client;
    this.clock = clock;
  }

  /** What became of a file, and whether it had been seen before. */
  record Outcome(FileResource file, boolean seen) {}

  /** Reads a file for a practice; the same content at the same time waits for the first. */
  Outcome read(Caller caller, Spool spool, Instant recordedAt) throws IOException {
    var arriving = new ArrivingClaims(watch.payers(caller.practice()));
    var outcome = read(caller, spool, recordedAt, arriving);
    if (!arriving.unwatched() && !outcome.seen()) {
      watch.settle(caller.practice());
    }
    return outcome;
  }

  private Outcome read(Caller caller, Spool spool, Instant recordedAt, ArrivingClaims arriving)
      throws IOException {
    return alone(
        caller,
        spool,
        () ->
            switch (begin(caller, spool, recordedAt)) {
              case FileStore.Begun.Seen(var file) -> new Outcome(file, true);
              case FileStore.Begun.Fresh fresh -> {
                var resource = deliver(caller, spool, fresh, arriving);
                store.finish(caller.practice(), resource, spool);
                yield new Outcome(resource, false);
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
              case FileStore.Begun.Seen(var file) -> applied(file);
              case FileStore.Begun.Fresh fresh -> {
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
    var stripe =
        stripes.get(Math.floorMod((caller.practice() + spool.sha256()).hashCode(), STRIPES));
    stripe.lock();
    try {
      return reading.read();
    } finally {
      stripe.unlock();
    }
  }

  private FileStore.Begun begin(Caller caller, Spool spool, Instant recordedAt) throws IOException {
    var now = clock.instant();
    return store.begin(caller.practice(), spool, now, recordedAt == null ? now : recordedAt);
  }

  private FileResource deliver(
      Caller caller, Spool spool, FileStore.Begun.Fresh file, ArrivingClaims arriving)
      throws IOException {
    var delivery = new Delivery(new WholeSets(client, caller), file.recordedAt(), arriving);
    try (var in = underWay.open(caller.practice(), spool, file.receivedAt())) {
      X12Reader.read(in, delivery);
    } catch (NotX12Exception e) {
      store.forget(caller.practice(), file.id());
      throw ProblemKind.BODY_UNREADABLE.with("no X12 interchange was found");
    } finally {
      delivery.sets.drop();
    }
    delivery.sets.flush();
    var arrival = arriving.arrival(caller.practice(), delivery.survey.claimSets());
    if (!arrival.empty()) {
      watch.arrived(arrival);
    }
    return delivery.survey.resource(
        file.id(), spool.sha256(), file.receivedAt(), file.recordedAt());
  }

  /** Records go to their owners as they are read, and count when their transaction set does. */
  private final class Delivery implements X12Listener {
    private final FileSurvey survey = new FileSurvey();
    private final WholeSets sets;
    private final String recordedAt;
    private final ArrivingClaims arriving;

    Delivery(WholeSets sets, Instant recordedAt, ArrivingClaims arriving) {
      this.arriving = arriving;
      this.sets = sets;
      this.recordedAt = recordedAt.toString();
    }

    @Override
    public void interchange(Interchange interchange) {
      survey.interchange(interchange);
    }

    @Override
    public void record(ReadRecord read) {
      survey.record(read);
      arriving.read(read, survey);
      forms.write(read, recordedAt, sets.line()).ifPresent(sets::written);
      if (read.transaction() == 0) {
        sets.keep();
      }
    }

    @Override
    public void transactionEnd(TransactionResult result) {
      survey.transactionEnd(result);
      if (result.status() == TransactionResult.Status.ACCEPTED) {
        sets.keep();
      } else {
        sets.drop();
      }
    }

    @Override
    public void warning(X12Warning warning) {
      survey.warning(warning);
    }

    @Override
    public void unreadable(X12Warning reason) {
      survey.unreadable(reason);
    }
  }
}
