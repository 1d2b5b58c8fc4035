package io.headwater.gateway.why;

import io.headwater.gateway.key.Caller;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.Neighbours;
import io.headwater.rootcause.WhyDenied;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers why claims stand as they do: gathers the facts, lets the library think, tells it. */
@ApplicationScoped
public class AnswerWhy {

  private final GatherFacts gather;
  private final Turnstile turnstile;

  AnswerWhy(
      GatherFacts gather,
      @ConfigProperty(name = "headwater.questions-at-once", defaultValue = "4") int atOnce) {
    this.gather = gather;
    this.turnstile = new Turnstile(atOnce, Duration.ofSeconds(30));
  }

  /**
   * Why one claim stands as it does; refuses when nothing is known of it.
   *
   * @param reach whether it is asked what else of the practice the cause touches
   */
  WhyView answer(Caller caller, String controlNumber, Instant knownAt, boolean reach) {
    return turnstile.pass(() -> one(caller, controlNumber, knownAt, reach));
  }

  private WhyView one(Caller caller, String controlNumber, Instant knownAt, boolean reach) {
    var gathered = gather.gather(caller, List.of(controlNumber), knownAt, reach);
    anybodyThere(gathered);
    var dossier = new Dossiers().dossier(controlNumber, gathered);
    var asked = !gathered.away().containsKey(Owner.CLAIMS);
    if (!known(dossier) && asked && !gathered.away().containsKey(Owner.PAYMENTS)) {
      throw new QueryRefusal.ClaimNotFound(controlNumber);
    }
    return view(dossier, neighbours(gathered));
  }

  private static Neighbours neighbours(Gathered gathered) {
    return gathered.neighbours().map(NeighbourFacts::neighbours).orElse(Neighbours.none());
  }

  /** The same for many, with one call a service; claims of which nothing is known are left out. */
  List<WhyView> answerAll(
      Caller caller, Collection<String> controlNumbers, Instant knownAt, boolean reach) {
    return controlNumbers.isEmpty()
        ? List.of()
        : turnstile.pass(() -> all(caller, controlNumbers, knownAt, reach));
  }

  private List<WhyView> all(
      Caller caller, Collection<String> controlNumbers, Instant knownAt, boolean reach) {
    var gathered = gather.gather(caller, controlNumbers, knownAt, reach);
    anybodyThere(gathered);
    var dossiers = new ReadFacts(gathered).several();
    var neighbours = neighbours(gathered);
    return List.copyOf(new LinkedHashSet<>(controlNumbers)).parallelStream()
        .map(dossiers::about)
        .filter(AnswerWhy::known)
        .map(dossier -> view(dossier, neighbours))
        .toList();
  }

  /** One service may be away; where none answers, what they share is, and asking again helps. */
  private static void anybodyThere(Gathered gathered) {
    if (gathered.facts().isEmpty()) {
      throw new QueryRefusal.ServiceAway("no service answers");
    }
  }

  private static WhyView view(Dossier dossier, Neighbours neighbours) {
    return WhyView.of(WhyDenied.diagnose(dossier, neighbours), ClaimViews.of(dossier));
  }

  private static boolean known(Dossier dossier) {
    return dossier.claims().stream()
            .anyMatch(c -> dossier.controlNumber().equals(c.fact().controlNumber()))
        || dossier.claimPayments().stream()
            .anyMatch(p -> dossier.controlNumber().equals(p.fact().controlNumber()));
  }
}
