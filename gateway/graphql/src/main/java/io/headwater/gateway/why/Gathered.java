package io.headwater.gateway.why;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.gateway.upstream.Fact;
import io.headwater.vocabulary.Owner;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

  private static final Set<String> OF_A_CLAIM =
      Set.of("acknowledgment", "claim-status", "work-event", "claim-payment");
  private static final Set<String> OF_A_PATIENT =
      Set.of(
          "patient",
          "coverage",
          "eligibility-check",
          "coverage-notice",
          "schedule-event",
          "authorization",
          "claim",
          "encounter",
          "patient-payment");

  static Gathered at(Instant knownAt) {
    return new Gathered(knownAt, new EnumMap<>(Owner.class), new EnumMap<>(Owner.class));
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

  /** The same for one of several claims asked about together: without other patients' facts. */
  Gathered about(String controlNumber) {
    var people = new People(this, controlNumber);
    var mine = at(knownAt);
    mine.away().putAll(away);
    facts.forEach(
        (owner, all) -> mine.facts().put(owner, all.stream().filter(people::concerns).toList()));
    return mine;
  }

  private static void add(Set<String> values, JsonNode value) {
    if (value.isTextual() && !value.textValue().isBlank()) {
      values.add(value.textValue());
    } else if (value.isArray()) {
      value.forEach(item -> add(values, item));
    }
  }

  /** The patient of a claim by every id and member id that the facts lead to, and his claims. */
  private static final class People {
    private final Set<String> patients = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> claims = new LinkedHashSet<>();

    People(Gathered gathered, String controlNumber) {
      claims.add(controlNumber);
      var all = gathered.facts().values().stream().flatMap(Collection::stream).toList();
      int before = -1;
      while (before != size()) {
        before = size();
        all.stream().filter(this::leads).forEach(this::learn);
      }
    }

    private int size() {
      return patients.size() + members.size() + claims.size();
    }

    private boolean leads(Fact fact) {
      return (OF_A_PATIENT.contains(fact.kind()) || fact.kind().equals("claim-payment"))
          && concerns(fact);
    }

    private void learn(Fact fact) {
      var record = fact.record();
      if (fact.kind().equals("claim-payment")) {
        add(members, record.path("patientId"));
        return;
      }
      add(patients, record.path("patientId"));
      add(members, record.path("memberId"));
      add(members, record.path("memberIdSent"));
      add(members, record.path("returnedMemberId"));
      if (fact.kind().equals("claim") || fact.kind().equals("encounter")) {
        add(claims, record.path("controlNumber"));
        add(claims, record.path("controlNumbers"));
      }
    }

    boolean concerns(Fact fact) {
      var record = fact.record();
      if (OF_A_CLAIM.contains(fact.kind())) {
        return !record.has("controlNumber") || any(claims, record, "controlNumber");
      }
      return !OF_A_PATIENT.contains(fact.kind())
          || any(patients, record, "patientId")
          || any(members, record, "memberId", "memberIdSent", "returnedMemberId")
          || any(claims, record, "controlNumber", "controlNumbers");
    }

    private static boolean any(Set<String> known, JsonNode record, String... fields) {
      var values = new HashSet<String>();
      for (String field : fields) {
        add(values, record.path(field));
      }
      return values.stream().anyMatch(known::contains);
    }
  }
}
