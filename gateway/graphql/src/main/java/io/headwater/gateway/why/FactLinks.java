package io.headwater.gateway.why;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.gateway.upstream.Fact;
import io.headwater.rootcause.match.ControlNumbers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How facts of many claims hang together: by claim, by patient, by member id. From a claim its
 * patient is found by every id that the facts lead to, and with the patient all other claims.
 */
final class FactLinks {

  private static final String CLAIM = "claim ";
  private static final String PATIENT = "patient ";
  private static final String MEMBER = "member ";
  private static final String PAYMENT = "payment ";

  /** Facts of one claim, found by it; they lead no further. */
  private static final Set<String> OF_A_CLAIM =
      Set.of("acknowledgment", "claim-status", "work-event");

  /** Facts of one patient, found by any id of the patient; they lead to the others. */
  private static final Set<String> OF_A_PATIENT =
      Set.of(
          "patient",
          "coverage",
          "eligibility-check",
          "eligibility-inquiry",
          "coverage-notice",
          "schedule-event",
          "authorization",
          "claim",
          "encounter",
          "claim-payment",
          "remittance-match",
          "patient-payment");

  private final Map<String, List<Fact>> byLink = new HashMap<>();
  private final Map<Fact, Set<String>> links = new IdentityHashMap<>();

  FactLinks(Collection<Fact> facts) {
    for (var fact : facts) {
      var found = links(fact);
      links.put(fact, found);
      found.forEach(link -> byLink.computeIfAbsent(link, l -> new ArrayList<>()).add(fact));
    }
  }

  /** What concerns a claim: everything but the facts of other patients and of their claims. */
  Set<Fact> concerning(String controlNumber) {
    Set<Fact> concerning = Collections.newSetFromMap(new IdentityHashMap<>());
    var seen = new LinkedHashSet<String>(List.of(CLAIM + controlNumber));
    var open = new ArrayDeque<String>(seen);
    while (!open.isEmpty()) {
      for (var fact : byLink.getOrDefault(open.remove(), List.of())) {
        if (concerning.add(fact) && OF_A_PATIENT.contains(fact.kind())) {
          links.get(fact).stream().filter(seen::add).forEach(open::add);
        }
      }
    }
    links.forEach(
        (fact, found) -> {
          if (found.isEmpty()) {
            concerning.add(fact);
          }
        });
    return concerning;
  }

  private static Set<String> links(Fact fact) {
    var links = new LinkedHashSet<String>();
    var record = fact.record();
    if (OF_A_CLAIM.contains(fact.kind())) {
      add(links, CLAIM, record.path("controlNumber"));
    } else if (fact.kind().equals("claim-payment")) {
      add(links, PAYMENT, record.path("claimPaymentId"));
      add(links, CLAIM, record.path("controlNumber"));
      add(links, MEMBER, record.path("patientId")); // NM1*QC carries the member id
      add(links, MEMBER, record.path("insuredId"));
      add(links, MEMBER, record.path("correctedMemberId"));
    } else if (fact.kind().equals("remittance-match")) {
      add(links, CLAIM, record.path("controlNumber"));
      add(links, PAYMENT, record.path("claimPaymentId"));
    } else if (OF_A_PATIENT.contains(fact.kind())) {
      add(links, PATIENT, record.path("patientId"));
      add(links, MEMBER, record.path("memberId"));
      add(links, MEMBER, record.path("memberIdSent"));
      add(links, MEMBER, record.path("returnedMemberId"));
      add(links, CLAIM, record.path("controlNumber"));
      add(links, CLAIM, record.path("controlNumbers"));
    }
    return links;
  }

  private static void add(Set<String> links, String kind, JsonNode value) {
    if (value.isTextual() && !value.textValue().isBlank()) {
      var text = value.textValue();
      links.add(kind + (kind.equals(MEMBER) ? ControlNumbers.plain(text) : text));
    } else if (value.isArray()) {
      value.forEach(item -> add(links, kind, item));
    }
  }
}
