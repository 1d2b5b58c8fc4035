package io.headwater.gateway.why;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.gateway.upstream.Fact;
import io.headwater.vocabulary.Owner;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the services answered to one question, and which of them did not answer.
 *
 * @param knownAt the instant of the question
 * @param facts every version, by owner
 * @param away why a service did not answer
 * @param neighbours the rest of the practice in outline, where it is asked for
 */
record Gathered(
    Instant knownAt,
    Map<Owner, List<Fact>> facts,
    Map<Owner, String> away,
    Optional<NeighbourFacts> neighbours) {

  static Gathered at(Instant knownAt) {
    return at(knownAt, Optional.empty());
  }

  static Gathered at(Instant knownAt, Optional<NeighbourFacts> neighbours) {
    return new Gathered(
        knownAt,
        Collections.synchronizedMap(new EnumMap<>(Owner.class)),
        Collections.synchronizedMap(new EnumMap<>(Owner.class)),
        neighbours);
  }

  /** The facts of an owner; none where it did not answer. */
  List<Fact> of(Owner owner) {
    return facts.getOrDefault(owner, List.of());
  }

  /** The values of the fields on facts of a kind. */
  Set<String> values(Owner owner, String kind, String... fields) {
    var values = new TreeSet<String>();
    for (var fact : of(owner)) {
      if (fact.kind().equals(kind)) {
        for (String field : fields) {
          add(values, fact.record().path(field));
        }
      }
    }
    return values;
  }

  static void add(Set<String> values, JsonNode value) {
    if (value.isTextual() && !value.textValue().isBlank()) {
      values.add(value.textValue());
    } else if (value.isArray()) {
      value.forEach(item -> add(values, item));
    }
  }
}
