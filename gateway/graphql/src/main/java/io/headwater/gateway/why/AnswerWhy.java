package io.headwater.gateway.why;

import io.headwater.gateway.key.Caller;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.WhyDenied;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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

  /** Why one claim stands as it does; refuses when nothing is known of it. */
  WhyView answer(Caller caller, String controlNumber, Instant knownAt) {
    return turnstile.pass(() -> one(caller, controlNumber, knownAt));
  }

  private WhyView one(Caller caller, String controlNumber, Instant knownAt) {
    var gathered = gather.gather(caller, List.of(controlNumber), knownAt);
    anybodyThere(gathered);
    var dossier = new Dossiers().dossier(controlNumber, gathered);
    var asked = !gathered.away().containsKey(Owner.CLAIMS);
    if (!known(dossier) && asked && !gathered.away().containsKey(Owner.PAYMENTS)) {
      throw new QueryRefusal.ClaimNotFound(controlNumber);
    }
    return view(dossier);
  }

  /** The same for many, with one call a service; claims of which nothing is known are left out. */
  List<WhyView> answerAll(Caller caller, Collection<String> controlNumbers, Instant knownAt) {
    return controlNumbers.isEmpty()
        ? List.of()
        : turnstile.pass(() -> all(caller, controlNumbers, knownAt));
  }

  private List<WhyView> all(Caller caller, Collection<String> controlNumbers, Instant knownAt) {
    var gathered = gather.gather(caller, controlNumbers, knownAt);
    anybodyThere(gathered);
    var links = gathered.links();
    var dossiers = new Dossiers();
    return new LinkedHashSet<>(controlNumbers)
        .stream()
            .map(number -> dossiers.dossier(number, gathered.about(number, links)))
            .filter(AnswerWhy::known)
            .map(AnswerWhy::view)
            .filter(Objects::nonNull)
            .toList();
  }

  /** One service may be away; where none answers, what they share is, and asking again helps. */
  private static void anybodyThere(Gathered gathered) {
    if (gathered.facts().isEmpty()) {
      throw new QueryRefusal.ServiceAway("no service answers");
    }
  }

  private static WhyView view(Dossier dossier) {
    return WhyView.of(WhyDenied.diagnose(dossier), ClaimViews.of(dossier));
  }

  private static boolean known(Dossier dossier) {
    return dossier.claims().stream()
            .anyMatch(c -> dossier.controlNumber().equals(c.fact().controlNumber()))
        || dossier.claimPayments().stream()
            .anyMatch(p -> dossier.controlNumber().equals(p.fact().controlNumber()));
  }
}
