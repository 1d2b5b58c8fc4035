package io.headwater.gateway.outgoing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.upstream.Fact;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.gateway.upstream.FactQuery;
import io.headwater.gateway.upstream.FactQuery.Selector;
import io.headwater.gateway.upstream.ServiceAway;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts that something is written from, each as it was learned last. */
@ApplicationScoped
class OnFile {

  private final FactClient client;

  OnFile(FactClient client) {
    this.client = client;
  }

  /** The last version of each record that was asked for, oldest knowledge first. */
  List<Fact> latest(Caller caller, Owner owner, Instant knownAt, Selector... selectors) {
    try {
      var facts = client.query(caller, owner, new FactQuery(knownAt, List.of(List.of(selectors))));
      Map<String, Fact> last = new LinkedHashMap<>();
      facts.stream()
          .sorted(Comparator.comparing(Fact::recordedAt).thenComparing(Fact::version))
          .forEach(f -> last.put(f.kind() + " " + f.id(), f));
      return List.copyOf(last.values());
    } catch (ServiceAway away) {
      throw ProblemKind.SERVICE_AWAY.with(away.getMessage());
    }
  }

  /** The practice itself, empty where it has no profile. */
  JsonNode practice(Caller caller, Instant knownAt) {
    return latest(caller, Owner.CREDENTIALING, knownAt, Selector.all("practice-profile")).stream()
        .filter(f -> f.kind().equals("practice-profile"))
        .map(Fact::record)
        .reduce((one, later) -> later)
        .orElse(JsonNodeFactory.instance.objectNode());
  }

  /** The first record of a kind whose field has a value. */
  static Optional<ObjectNode> one(List<Fact> facts, String kind, String field, String value) {
    return facts.stream()
        .filter(f -> f.kind().equals(kind))
        .map(Fact::record)
        .filter(r -> value != null && value.equals(r.path(field).asText(null)))
        .map(ObjectNode.class::cast)
        .findFirst();
  }
}
