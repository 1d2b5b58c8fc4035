package io.headwater.gateway.why;

import io.headwater.gateway.key.Caller;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.WhyDenied;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** Answers why claims stand as they do: gathers the facts, lets the library think, tells it. */
@ApplicationScoped
public class AnswerWhy {

  private final GatherFacts gather;

  AnswerWhy(GatherFacts gather) {
    this.gather = gather;
  }

  /** Why one claim stands as it does; refuses when nothing is known of it. */
  WhyView answer(Caller caller, String controlNumber, Instant knownAt) {
    var gathered = gather.gather(caller, List.of(controlNumber), knownAt);
    var dossier = new Dossiers().dossier(controlNumber, gathered);
    if (!known(dossier)) {
      throw gathered.away().containsKey(Owner.CLAIMS)
          ? new QueryRefusal.ServiceAway("CLAIMS does not answer")
          : new QueryRefusal.ClaimNotFound(controlNumber);
    }
    return view(dossier);
  }

  /** The same for many, with one call a service; claims of which nothing is known are left out. */
  List<WhyView> answerAll(Caller caller, Collection<String> controlNumbers, Instant knownAt) {
    if (controlNumbers.isEmpty()) {
      return List.of();
    }
    var gathered = gather.gather(caller, controlNumbers, knownAt);
    if (gathered.away().keySet().containsAll(List.of(Owner.CLAIMS, Owner.PAYMENTS))) {
      throw new QueryRefusal.ServiceAway("CLAIMS does not answer");
    }
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
