package io.headwater.gateway.remittance;

import static io.headwater.gateway.upstream.FactQuery.Selector.by;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.gateway.upstream.FactQuery;
import io.headwater.gateway.upstream.FactQuery.Selector;
import io.headwater.gateway.upstream.ServiceAway;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Records a person's decision on which claim a remittance answers. */
@ApplicationScoped
class DecideMatch {

  private static final Set<String> FIELDS = Set.of("controlNumber", "reason", "actor");
  private static final int LONGEST = 2000;

  private final FactClient client;
  private final ObjectMapper json;
  private final Clock clock;

  DecideMatch(FactClient client, ObjectMapper json, Clock clock) {
    this.client = client;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Records the decision and tells what was recorded.
   *
   * @param payment the claim payment, or the remittance where that is meant as a whole
   * @param body {@code controlNumber} (null: no claim of the practice), {@code reason}, and {@code
   *     actor} where it is another than the caller
   */
  ObjectNode decide(Caller caller, String payment, byte[] body) throws IOException {
    var said = read(body);
    var number = said.path("controlNumber").textValue();
    try {
      if (!known(caller, Owner.PAYMENTS, List.of(by("claim-payment", "id", List.of(payment))))
          && !known(caller, Owner.PAYMENTS, List.of(by("remittance", "id", List.of(payment))))) {
        throw ProblemKind.NOT_FOUND.problem();
      }
      if (number != null
          && !known(caller, Owner.CLAIMS, List.of(by("claim", "id", List.of(number))))) {
        throw ProblemKind.BODY_INVALID.with("/controlNumber is no claim of the practice");
      }
      var record = json.createObjectNode();
      record.put("claimPaymentId", payment);
      if (number != null) {
        record.put("controlNumber", number);
      }
      record.put("reason", said.path("reason").textValue());
      record.put("actor", said.path("actor").asText(caller.subject()));
      return keep(caller, record, clock.instant());
    } catch (ServiceAway away) {
      throw ProblemKind.SERVICE_AWAY.with(away.getMessage());
    }
  }

  private ObjectNode keep(Caller caller, ObjectNode record, Instant now)
      throws ServiceAway, IOException {
    var fact = json.createObjectNode();
    fact.put("kind", "remittance-match");
    fact.put("recordedAt", now.toString());
    fact.set("record", record);
    byte[] line = json.writeValueAsBytes(fact);
    client.record(caller, Owner.PAYMENTS, () -> BodyPublishers.ofByteArray(line));
    return fact;
  }

  private boolean known(Caller caller, Owner owner, List<Selector> one) throws ServiceAway {
    return !client.query(caller, owner, new FactQuery(clock.instant(), List.of(one))).isEmpty();
  }

  private JsonNode read(byte[] body) {
    JsonNode said;
    try {
      said = json.readTree(body);
    } catch (IOException unreadable) {
      throw ProblemKind.BODY_UNREADABLE.with("a JSON object is needed");
    }
    if (said == null || !said.isObject()) {
      throw ProblemKind.BODY_UNREADABLE.with("a JSON object is needed");
    }
    for (var field : said.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        throw ProblemKind.BODY_INVALID.with("/" + field.getKey() + " is not a field of a match");
      }
    }
    if (!said.has("controlNumber")) {
      throw ProblemKind.BODY_INVALID.with("/controlNumber is required; null means no claim");
    }
    if (!said.get("controlNumber").isNull()) {
      text(said, "controlNumber");
    }
    text(said, "reason");
    if (said.has("actor")) {
      text(said, "actor");
    }
    return said;
  }

  private static void text(JsonNode said, String field) {
    var value = said.path(field);
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > LONGEST) {
      throw ProblemKind.BODY_INVALID.with("/" + field + " must be a text");
    }
  }
}
