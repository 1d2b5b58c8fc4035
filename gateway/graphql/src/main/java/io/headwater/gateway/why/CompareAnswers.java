package io.headwater.gateway.why;

import io.headwater.gateway.key.Caller;
import io.headwater.rootcause.Difference;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.WhyChanged;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Compares what was known of a claim at two instants. Each instant is gathered as its own question
 * would be, so that both answers are the very ones that were given then.
 */
@ApplicationScoped
class CompareAnswers {

  private final GatherFacts gather;
  private final Turnstile turnstile;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  CompareAnswers(
      GatherFacts gather,
      @ConfigProperty(name = "headwater.comparisons-at-once", defaultValue = "2") int atOnce) {
    this.gather = gather;
    this.turnstile = new Turnstile(atOnce, Duration.ofSeconds(30));
  }

  /** What changed; refuses when nothing is known of the claim even at the later instant. */
  Difference compare(Caller caller, String controlNumber, Instant from, Instant to) {
    return turnstile.pass(
        () -> {
          var earlier =
              CompletableFuture.supplyAsync(() -> dossier(caller, controlNumber, from), threads);
          var later = dossier(caller, controlNumber, to);
          if (!known(later)) {
            throw new QueryRefusal.ClaimNotFound(controlNumber);
          }
          return WhyChanged.between(joined(earlier), later);
        });
  }

  /** What is known of a claim at an instant. */
  Dossier dossier(Caller caller, String controlNumber, Instant knownAt) {
    var gathered = gather.gather(caller, List.of(controlNumber), knownAt, false);
    if (gathered.facts().isEmpty()) {
      throw new QueryRefusal.ServiceAway("no service answers");
    }
    if (gathered.away().containsKey(Owner.CLAIMS) && gathered.away().containsKey(Owner.PAYMENTS)) {
      throw new QueryRefusal.ServiceAway("the services that know the claim do not answer");
    }
    return new Dossiers().dossier(controlNumber, gathered);
  }

  /** Whether the claim or an answer to it is known. */
  static boolean known(Dossier dossier) {
    return dossier.claims().stream()
            .anyMatch(c -> dossier.controlNumber().equals(c.fact().controlNumber()))
        || dossier.claimPayments().stream()
            .anyMatch(p -> dossier.controlNumber().equals(p.fact().controlNumber()));
  }

  private static Dossier joined(CompletableFuture<Dossier> asked) {
    try {
      return asked.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
    }
  }
}
