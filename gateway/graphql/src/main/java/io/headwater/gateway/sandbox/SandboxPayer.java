package io.headwater.gateway.sandbox;

import io.headwater.gateway.arrival.Arrival;
import io.headwater.gateway.arrival.ArrivalWatch;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.why.ClaimDossiers;
import io.headwater.gateway.x12.TakeAnswers;
import io.headwater.rootcause.Dossier;
import io.headwater.x12.TransactionResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Answers claims. Every step is durable before the next: what arrived, what the front door said,
 * what was paid, what was read in. A step that cannot be done, because a service is away, is done
 * when the sandbox is touched again.
 */
@ApplicationScoped
public class SandboxPayer implements ArrivalWatch {

  private static final Logger LOG = Logger.getLogger(SandboxPayer.class);
  private static final int STRIPES = 64;

  private final SandboxStore store;
  private final ClaimDossiers dossiers;
  private final TakeAnswers take;
  private final Clock clock;
  private final List<Lock> stripes =
      Stream.<Lock>generate(ReentrantLock::new).limit(STRIPES).toList();

  SandboxPayer(SandboxStore store, ClaimDossiers dossiers, TakeAnswers take, Clock clock) {
    this.store = store;
    this.dossiers = dossiers;
    this.take = take;
    this.clock = clock;
  }

  @Override
  public Set<String> payers(UUID practice) {
    return store.settings(practice).map(Settings::payers).orElse(Set.of());
  }

  @Override
  public void arrived(Arrival arrival) {
    store.locked(
        arrival.practice(),
        books -> {
          books.arrived(UUID.randomUUID(), arrival.claims());
          var interchanges = new LinkedHashMap<Integer, List<TransactionResult>>();
          for (var set : arrival.sets()) {
            interchanges
                .computeIfAbsent(set.header().interchange().ordinal(), _ -> new ArrayList<>())
                .add(set);
          }
          var today = books.settings().today();
          for (var sets : interchanges.values()) {
            var letter = Letters.syntax(sets, today, books.next());
            books.answer(
                "999", null, today, null, clock.instant(), letter.content(), letter.says());
          }
          return null;
        });
  }

  @Override
  public void settle(UUID practice) {
    try {
      work(practice);
    } catch (Problem later) {
      LOG.infof("the sandbox waits: %s", later.getMessage());
    } catch (RuntimeException failure) {
      LOG.error("the sandbox could not answer; it tries again when it is touched", failure);
    }
  }

  /** Does all there is to do by the sandbox's day; refuses where a service is away. */
  void work(UUID practice) {
    var stripe = stripes.get(Math.floorMod(practice.hashCode(), STRIPES));
    stripe.lock();
    try {
      read(practice);
      receive(practice);
      read(practice);
      while (pay(practice)) {
        read(practice);
      }
    } finally {
      stripe.unlock();
    }
  }

  /** Moves the sandbox's day on, paying what falls due on the way, day by day. */
  void advance(UUID practice, LocalDate to) {
    work(practice);
    for (var due = store.nextDue(practice, to);
        due.isPresent();
        due = store.nextDue(practice, to)) {
      move(practice, due.get());
      work(practice);
    }
    move(practice, to);
  }

  private void move(UUID practice, LocalDate day) {
    store.locked(
        practice,
        books -> {
          books.today(day);
          return null;
        });
  }

  /** The front door: what arrived is taken or turned away. */
  private void receive(UUID practice) {
    for (var arrived = store.arrived(practice); !arrived.isEmpty(); ) {
      var known = known(practice, arrived);
      record Together(UUID arrival, String payerId, String batch) {}
      var groups = new LinkedHashMap<Together, List<Submission>>();
      for (var s : arrived) {
        groups
            .computeIfAbsent(
                new Together(s.arrival(), s.payerId(), s.batch()), _ -> new ArrayList<>())
            .add(s);
      }
      for (var group : groups.values()) {
        store.locked(practice, books -> Reception.of(books, group, known, clock.instant()));
      }
      arrived = store.arrived(practice);
    }
  }

  /** One payment of what is due; false when nothing is. */
  private boolean pay(UUID practice) {
    var settings = store.settings(practice).orElse(null);
    if (settings == null) {
      return false;
    }
    var batch = Payday.together(store.due(practice, settings.today()));
    if (batch.isEmpty()) {
      return false;
    }
    var known = known(practice, batch);
    return store.locked(practice, books -> Payday.on(books, batch, known, clock.instant()));
  }

  /** Answers come in by the same way as a partner's files. */
  private void read(UUID practice) {
    for (var answer : store.unread(practice)) {
      try {
        var file = take.take(payer(practice), answer.content(), answer.learnedAt());
        store.locked(
            practice,
            books -> {
              books.read(answer, file);
              return null;
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Map<String, Dossier> known(UUID practice, Collection<Submission> submissions) {
    var numbers = submissions.stream().map(Submission::controlNumber).distinct().toList();
    var found = dossiers.of(payer(practice), numbers, clock.instant());
    for (var dossier : found.values()) {
      if (!dossier.unavailable().isEmpty()) {
        throw ProblemKind.SERVICE_AWAY.with(dossier.unavailable().iterator().next().name());
      }
    }
    return found;
  }

  private static Caller payer(UUID practice) {
    return new Caller("sandbox", practice, Scope.ofPractice());
  }
}
