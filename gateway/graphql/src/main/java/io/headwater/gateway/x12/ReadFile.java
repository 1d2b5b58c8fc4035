package io.headwater.gateway.x12;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.headwater.gateway.arrival.ArrivalWatch;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.record.FactBatches;
import io.headwater.gateway.spool.Spool;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.x12.NotX12Exception;
import io.headwater.x12.ReadRecord;
import io.headwater.x12.X12Listener;
import io.headwater.x12.X12Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Reads a file twice: once to learn which transaction sets count, once to hand the records of those
 * to their owners. A file that broke off is begun again where it is sent again, with the same
 * instant, so that nothing is recorded twice.
 */
@ApplicationScoped
public class ReadFile {

  private static final int STRIPES = 64;
  private static final int LINES = 500;

  private final FileStore store;
  private final FactClient client;
  private final Clock clock;
  private final ArrivalWatch watch;
  private final ReadForms forms = new ReadForms();
  private final List<Lock> stripes =
      Stream.<Lock>generate(ReentrantLock::new).limit(STRIPES).toList();

  ReadFile(FileStore store, FactClient client, Clock clock, ArrivalWatch watch) {
    this.store = store;
    this.client = client;
    this.clock = clock;
    this.watch = watch;
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
    var stripe =
        stripes.get(Math.floorMod((caller.practice() + spool.sha256()).hashCode(), STRIPES));
    stripe.lock();
    try {
      var seen = store.seen(caller.practice(), spool.sha256());
      if (seen.isPresent()) {
        return new Outcome(seen.get(), true);
      }
      var survey = survey(spool);
      var now = clock.instant();
      var begun =
          store.begin(
              caller.practice(), spool.sha256(), now, recordedAt == null ? now : recordedAt);
      store.clear(caller.practice(), begun.id());
      var delivery = new Delivery(caller, begun, survey, arriving);
      try (var in = spool.open()) {
        X12Reader.read(in, delivery);
      }
      delivery.finish();
      var arrival = arriving.arrival(caller.practice(), survey.claimSets());
      if (!arrival.empty()) {
        watch.arrived(arrival);
      }
      var resource =
          survey.resource(begun.id(), spool.sha256(), begun.receivedAt(), begun.recordedAt());
      store.finish(caller.practice(), resource, spool.open());
      return new Outcome(resource, false);
    } finally {
      stripe.unlock();
    }
  }

  /** The first pass. */
  private static FileSurvey survey(Spool spool) throws IOException {
    var survey = new FileSurvey();
    try (var in = spool.open()) {
      X12Reader.read(in, survey);
    } catch (NotX12Exception e) {
      throw ProblemKind.BODY_UNREADABLE.with("no X12 interchange was found");
    }
    return survey;
  }

  /** The second pass: records of what counts go to their owners and are kept as they were read. */
  private final class Delivery implements X12Listener {
    private final UUID practice;
    private final FileStore.Begun file;
    private final FileSurvey survey;
    private final ArrivingClaims arriving;
    private final FactBatches facts;
    private final List<FileStore.Line> lines = new ArrayList<>();
    private long position;

    Delivery(Caller caller, FileStore.Begun file, FileSurvey survey, ArrivingClaims arriving) {
      this.practice = caller.practice();
      this.file = file;
      this.survey = survey;
      this.arriving = arriving;
      this.facts = new FactBatches(client, caller);
    }

    @Override
    public void record(ReadRecord read) {
      if (!survey.counts(read)) {
        return;
      }
      arriving.read(read, survey);
      try {
        var fact = forms.fact(read);
        if (fact.isPresent()) {
          var envelope = forms.json().createObjectNode();
          envelope.put("kind", fact.get().kind());
          envelope.put("recordedAt", file.recordedAt().toString());
          envelope.set("record", fact.get().record());
          facts.add(fact.get().owner(), forms.json().writeValueAsBytes(envelope));
        }
        lines.add(
            new FileStore.Line(
                read.interchange(),
                read.transaction(),
                read.segment(),
                position++,
                forms.json().writeValueAsString(forms.line(read))));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
      if (lines.size() >= LINES) {
        keep();
      }
    }

    void finish() {
      keep();
      facts.flush();
    }

    private void keep() {
      if (!lines.isEmpty()) {
        store.keep(practice, file.id(), lines);
        lines.clear();
      }
    }
  }
}
