package io.headwater.denials.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headwater.denials.standing.ClaimPayment;
import io.headwater.denials.standing.Decision;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * An event of payments that announces a claim payment.
 *
 * @param id unique an event
 * @param practice whose claim it is
 * @param decisions what the payer decided
 */
record PaymentEvent(UUID id, UUID practice, List<Decision> decisions) {

  private static final Logger LOG = Logger.getLogger(PaymentEvent.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * The event, where it announces a claim payment; one that cannot be read is logged and passed
   * over.
   */
  static Optional<PaymentEvent> parse(String payload) {
    try {
      var event = JSON.readTree(payload);
      if (!"claim-payment".equals(event.path("kind").asText())) {
        return Optional.empty();
      }
      return Optional.of(
          new PaymentEvent(
              UUID.fromString(event.path("eventId").asText()),
              UUID.fromString(event.path("practice").asText()),
              ClaimPayment.decisions(
                  event.path("record"), Instant.parse(event.path("recordedAt").asText()))));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException unreadable) {
      LOG.errorf("An event of payments cannot be read: %s", unreadable.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
