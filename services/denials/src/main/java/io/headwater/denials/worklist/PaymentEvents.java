package io.headwater.denials.worklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what payments announces. An event that comes again changes nothing; while the database is
 * away, events wait.
 */
@ApplicationScoped
class PaymentEvents {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final CaseStore cases;

  @Inject
  PaymentEvents(CaseStore cases) {
    this.cases = cases;
  }

  @Incoming("payments")
  Uni<Void> hear(List<String> payloads) {
    var byPractice =
        payloads.stream()
            .map(PaymentEvent::parse)
            .flatMap(Optional::stream)
            .collect(
                Collectors.groupingBy(
                    PaymentEvent::practice, LinkedHashMap::new, Collectors.toList()));
    var heard = Uni.createFrom().voidItem();
    for (var entry : byPractice.entrySet()) {
      heard = heard.chain(() -> act(entry.getKey(), entry.getValue()));
    }
    return heard;
  }

  private Uni<Void> act(UUID practice, List<PaymentEvent> events) {
    return cases
        .act(practice, events)
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }
}
