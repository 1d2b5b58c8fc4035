package io.headwater.gateway.why;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.gateway.upstream.Fact;
import io.headwater.rootcause.match.ControlNumbers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How facts of many claims hang together: by claim, by patient, by member id. From a claim its
 * patient is found by every id that the facts lead to, and with the patient all other claims. Facts
 * are named by their places in the list, so that what is found keeps its order.
 */
final class FactLinks {

  private static final String CLAIM = "claim ";
  private static final String PATIENT = "patient ";
  private static final String MEMBER = "member ";
  private static final String PAYMENT = "payment ";

  /** Facts of one claim, found by it; they lead no further. */
  private static final Set<String> OF_A_CLAIM =
      Set.of("acknowledgment", "claim-status", "work-event", "outcome");

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

  private final Map<String, BitSet> byLink = new HashMap<>();
  private final List<Set<String>> links = new ArrayList<>();
  private final BitSet leading = new BitSet();
  private final BitSet unlinked = new BitSet();

  FactLinks(List<Fact> facts) {
    for (int place = 0; place < facts.size(); place++) {
      var fact = facts.get(place);
      var found = links(fact);
      links.add(found);
      leading.set(place, OF_A_PATIENT.contains(fact.kind()));
      unlinked.set(place, found.isEmpty());
      for (var link : found) {
        byLink.computeIfAbsent(link, l -> new BitSet()).set(place);
      }
    }
  }

  /** What concerns every claim: the practice's own facts and the payers'. */
  BitSet unlinked() {
    return unlinked;
  }

  /** What concerns this claim of all that concerns some: its facts and those of its patient. */
  BitSet concerning(String controlNumber) {
    var concerning = new BitSet();
    var seen = new LinkedHashSet<String>(List.of(CLAIM + controlNumber));
    var open = new ArrayDeque<String>(seen);
    while (!open.isEmpty()) {
      var found = byLink.get(open.remove());
      if (found == null) {
        continue;
      }
      for (int place = found.nextSetBit(0); place >= 0; place = found.nextSetBit(place + 1)) {
        if (!concerning.get(place)) {
          concerning.set(place);
          if (leading.get(place)) {
            links.get(place).stream().filter(seen::add).forEach(open::add);
          }
        }
      }
    }
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
