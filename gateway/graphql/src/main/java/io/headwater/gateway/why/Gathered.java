package io.headwater.gateway.why;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.gateway.upstream.Fact;
import io.headwater.vocabulary.Owner;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the services answered to one question, and which of them did not answer.
 *
 * @param knownAt the instant of the question
 * @param facts every version, by owner
 * @param away why a service did not answer
 */
record Gathered(Instant knownAt, Map<Owner, List<Fact>> facts, Map<Owner, String> away) {

  static Gathered at(Instant knownAt) {
    return new Gathered(
        knownAt,
        Collections.synchronizedMap(new EnumMap<>(Owner.class)),
        Collections.synchronizedMap(new EnumMap<>(Owner.class)));
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

  /** How the facts hang together, for several claims asked about together. */
  FactLinks links() {
    return new FactLinks(facts.values().stream().flatMap(Collection::stream).toList());
  }

  /** The same without the facts of other patients than the claim's. */
  Gathered about(String controlNumber, FactLinks links) {
    var concerning = links.concerning(controlNumber);
    var mine = at(knownAt);
    mine.away().putAll(away);
    facts.forEach(
        (owner, all) ->
            mine.facts().put(owner, all.stream().filter(concerning::contains).toList()));
    return mine;
  }

  private static void add(Set<String> values, JsonNode value) {
    if (value.isTextual() && !value.textValue().isBlank()) {
      values.add(value.textValue());
    } else if (value.isArray()) {
      value.forEach(item -> add(values, item));
    }
  }
}
