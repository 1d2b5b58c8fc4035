package io.headwater.gateway.why;

import io.headwater.gateway.key.Caller;
import io.headwater.rootcause.Dossier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything known about some claims, for those who judge them before a payer has. */
@ApplicationScoped
public class ClaimDossiers {

  private final GatherFacts gather;

  ClaimDossiers(GatherFacts gather) {
    this.gather = gather;
  }

  /** The dossier of each claim, with one call a service; which were away stands in it. */
  public Map<String, Dossier> of(
      Caller caller, Collection<String> controlNumbers, Instant knownAt) {
    var several = new ReadFacts(gather.gather(caller, controlNumbers, knownAt, false)).several();
    var found = new LinkedHashMap<String, Dossier>();
    for (String number : controlNumbers) {
      found.computeIfAbsent(number, several::about);
    }
    return found;
  }
}
