package io.headwater.gateway.upstream;

import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The services that an operator has declared to be out, on a stack that allows it. */
@ApplicationScoped
public class Outages {

  private final AtomicReference<Set<Owner>> declared = new AtomicReference<>(Set.of());

  /** Declares exactly these services to be out. */
  public void declare(Set<Owner> owners) {
    declared.set(Set.copyOf(owners));
  }

  /** Whether the service is to be treated as not answering. */
  public boolean covers(Owner owner) {
    return declared.get().contains(owner);
  }
}
