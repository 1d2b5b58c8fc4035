package io.headwater.gateway.why;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.gateway.upstream.Fact;
import io.headwater.gateway.why.SyntheticPayer.Visit;
import io.headwater.gateway.x12.FeedFacts;
import io.headwater.rootcause.Diagnosis;
import io.headwater.rootcause.WhyDenied;
import io.headwater.vocabulary.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts of claims and payments as their services keep them: what a payer sent, once. */
final class KeptFacts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> IDS =
      Map.of("remittance", "remittanceId", "claim-payment", "claimPaymentId");

  private final List<Fact> claims = new ArrayList<>();
  private final List<Fact> payments = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();
  private final Map<String, Integer> versions = new HashMap<>();

  /** The visits as claims that were sent. */
  static KeptFacts billed(List<Visit> visits) {
    var facts = new KeptFacts();
    visits.forEach(facts::bill);
    return facts;
  }

  private void bill(Visit visit) {
    ObjectNode claim = JSON.createObjectNode();
    claim.put("controlNumber", visit.number());
    claim.put("payerId", SyntheticPayer.PAYER);
    claim.put("memberId", visit.member());
    claim.put("frequency", "1");
    claim.put("submittedOn", visit.day().plusDays(1).toString());
    var lines = claim.putArray("lines");
    for (var service : visit.services()) {
      var line = lines.addObject();
      line.put("number", lines.size());
      line.put("procedure", service.code());
      if (!service.modifier().isEmpty()) {
        line.putArray("modifiers").add(service.modifier());
      }
      line.put("charge", SyntheticPayer.money(service.charge()));
      line.put("serviceDate", visit.day().toString());
    }
    claims.add(new Fact("claim", visit.number(), 1, Instant.parse("2026-03-10T08:00:00Z"), claim));
  }

  /** A decision of a person. */
  void decide(String claimPaymentId, String controlNumber, Instant at) {
    ObjectNode decision = JSON.createObjectNode();
    decision.put("claimPaymentId", claimPaymentId);
    decision.put("controlNumber", controlNumber);
    decision.put("reason", "same visit");
    decision.put("actor", "desk");
    payments.add(new Fact("remittance-match", claimPaymentId, 1, at, decision));
  }

  /** Reads a file as the door does and keeps what is new in it. */
  void receive(String file, Instant at) {
    for (var fed : FeedFacts.interchanges(file, at)) {
      var id = fed.record().path(IDS.get(fed.kind())).asText();
      if (kept.add(fed.kind() + " " + id + " " + fed.record())) {
        var version = versions.merge(fed.kind() + " " + id, 1, Integer::sum);
        payments.add(new Fact(fed.kind(), id, version, at, fed.record()));
      }
    }
  }

  List<Fact> payments() {
    return payments;
  }

  /** The answer to why a claim stands as it does. */
  Diagnosis answer(String controlNumber, Instant knownAt) {
    var gathered = Gathered.at(knownAt);
    gathered.facts().put(Owner.CLAIMS, until(claims, knownAt));
    gathered.facts().put(Owner.PAYMENTS, until(payments, knownAt));
    for (var owner : List.of(Owner.ELIGIBILITY, Owner.CREDENTIALING, Owner.AUTHORIZATIONS)) {
      gathered.facts().put(owner, List.of());
    }
    return WhyDenied.diagnose(new Dossiers().dossier(controlNumber, gathered));
  }

  private static List<Fact> until(List<Fact> facts, Instant knownAt) {
    return facts.stream().filter(f -> !f.recordedAt().isAfter(knownAt)).toList();
  }
}
