package io.headwater.gateway.why;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.headwater.gateway.upstream.Fact;
import io.headwater.rootcause.Recorded;
import io.headwater.vocabulary.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Facts as their owners keep them become the records that the diagnosis reads; each fact once,
 * however many claims it bears on.
 */
public final class FactReader {

  private static final Logger LOG = Logger.getLogger(FactReader.class);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Map<Fact, Recorded<?>> read = new IdentityHashMap<>();

  /** The facts of these kinds, each version, as records of a type. */
  public <T> List<Recorded<T>> read(
      Collection<Fact> facts, Owner owner, Class<T> type, String... kinds) {
    var wanted = Set.of(kinds);
    var recorded = new ArrayList<Recorded<T>>();
    for (var fact : facts) {
      if (wanted.contains(fact.kind())) {
        recorded.add(recorded(fact, owner, type));
      }
    }
    return recorded;
  }

  private <T> Recorded<T> recorded(Fact fact, Owner owner, Class<T> type) {
    var known = read.get(fact);
    if (known == null) {
      known =
          new Recorded<>(
              owner, fact.kind(), fact.id(), fact.version(), fact.recordedAt(), record(fact, type));
      read.put(fact, known);
    }
    return new Recorded<>(
        owner, fact.kind(), fact.id(), fact.version(), fact.recordedAt(), type.cast(known.fact()));
  }

  private static <T> T record(Fact fact, Class<T> type) {
    try {
      return JSON.treeToValue(plain(fact), type);
    } catch (JsonProcessingException e) {
      LOG.errorf("%s %s is not readable as %s", fact.kind(), fact.id(), type.getSimpleName());
      throw new IllegalStateException(e.getOriginalMessage().replaceAll("\"[^\"]*\"", "…"));
    }
  }

  /** A rule's words that mean a list for one type and a yes or no for another are parted. */
  private static JsonNode plain(Fact fact) {
    if (!fact.kind().equals("payer-policy")
        || !(fact.record().path("rule") instanceof ObjectNode rule)) {
      return fact.record();
    }
    part(rule, "covered", "coveredDiagnoses");
    part(rule, "excluded", "excludedDiagnoses");
    part(rule, "required", "requiredModifiers");
    part(rule, "refused", "refusedModifiers");
    return fact.record();
  }

  private static void part(ObjectNode rule, String word, String list) {
    if (rule.path(word).isArray()) {
      rule.set(list, rule.remove(word));
    }
  }
}
