package io.headwater.gateway.why;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.headwater.gateway.upstream.Fact;
import io.headwater.gateway.x12.FeedFacts;
import io.headwater.rootcause.Diagnosis;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.Neighbours;
import io.headwater.rootcause.WhyDenied;
import io.headwater.vocabulary.Owner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A denial story with what a careful expert concludes, answered without the stack. */
public final class Pack {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** The owner and the id field of every kind. */
  private static final Map<String, Map.Entry<Owner, String>> KINDS = new HashMap<>();

  static {
    own(Owner.ELIGIBILITY, "patient:patientId", "coverage:coverageId", "eligibility-check:checkId");
    own(Owner.ELIGIBILITY, "eligibility-inquiry:inquiryId", "coverage-notice:noticeId");
    own(Owner.ELIGIBILITY, "schedule-event:eventId");
    own(Owner.CREDENTIALING, "provider:npi", "location:locationId", "practice-profile:groupNpi");
    own(Owner.CREDENTIALING, "enrollment:enrollmentId", "group-linkage:linkageId");
    own(Owner.CREDENTIALING, "supervision:arrangementId");
    own(Owner.AUTHORIZATIONS, "authorization:authorizationId");
    own(Owner.CLAIMS, "claim:controlNumber", "acknowledgment:ackId", "claim-status:ackId");
    own(Owner.CLAIMS, "encounter:encounterId", "work-event:eventId", "payer:payerId");
    own(Owner.CLAIMS, "outcome:outcomeId");
    own(Owner.CLAIMS, "payer-policy:policyId");
    own(Owner.PAYMENTS, "remittance:remittanceId", "claim-payment:claimPaymentId");
    own(Owner.PAYMENTS, "fee-schedule:feeScheduleId", "patient-payment:paymentId");
    own(Owner.PAYMENTS, "remittance-match:claimPaymentId");
  }

  private final JsonNode story;
  private final Map<Owner, List<Fact>> facts = new EnumMap<>(Owner.class);
  private final Map<String, Integer> versions = new HashMap<>();
  private Instant last = Instant.EPOCH;

  private Pack(JsonNode story) {
    this.story = story;
  }

  private static void own(Owner owner, String... kinds) {
    for (String kind : kinds) {
      KINDS.put(
          kind.substring(0, kind.indexOf(':')),
          Map.entry(owner, kind.substring(kind.indexOf(':') + 1)));
    }
  }

  /** Reads the story of a folder. */
  public static Pack read(Path folder) throws IOException {
    var pack = new Pack(YAML.readTree(folder.resolve("case.yaml").toFile()));
    for (var entry : pack.story.path("feed")) {
      var file = folder.resolve(entry.path("file").asText());
      var fed =
          file.toString().endsWith(".ndjson")
              ? FeedFacts.records(file)
              : FeedFacts.interchanges(file, Instant.parse(entry.path("recordedAt").asText()));
      fed.forEach(pack::learn);
    }
    return pack;
  }

  private void learn(FeedFacts.Fed fed) {
    var kind = KINDS.get(fed.kind());
    var id = fed.record().path(kind.getValue()).asText();
    var numbered = fed.kind().equals("payer-policy") || fed.kind().equals("fee-schedule");
    var version =
        numbered
            ? fed.record().path("version").asInt()
            : versions.merge(fed.kind() + " " + id, 1, Integer::sum);
    last = fed.recordedAt().isAfter(last) ? fed.recordedAt() : last;
    facts
        .computeIfAbsent(kind.getKey(), o -> new ArrayList<>())
        .add(new Fact(fed.kind(), id, version, fed.recordedAt(), fed.record()));
  }

  /**
   * The same story told otherwise: fields of records set to other values ({@code set}), records
   * left out ({@code without}), records added ({@code and}).
   */
  Pack told(JsonNode otherwise) {
    for (var change : otherwise.path("set")) {
      var id = change.path("id").asText();
      var found =
          facts.values().stream()
              .flatMap(List::stream)
              .filter(f -> f.kind().equals(change.path("kind").asText()) && f.id().equals(id))
              .toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException("no " + change);
      }
      for (var fact : found) {
        change
            .path("fields")
            .properties()
            .forEach(f -> ((ObjectNode) fact.record()).set(f.getKey(), f.getValue()));
      }
    }
    for (var left : otherwise.path("without")) {
      var gone =
          facts.values().stream()
              .map(
                  l ->
                      l.removeIf(
                          f -> f.kind().equals(left.asText()) || f.id().equals(left.asText())))
              .reduce(false, Boolean::logicalOr);
      if (!gone) {
        throw new IllegalArgumentException("no " + left);
      }
    }
    for (var more : otherwise.path("and")) {
      learn(
          new FeedFacts.Fed(
              more.path("kind").asText(),
              Instant.parse(more.path("recordedAt").asText()),
              more.path("record")));
    }
    return this;
  }

  JsonNode questions() {
    return story.path("questions");
  }

  /** The answer to a question, from what was known then and with the services that answered. */
  Diagnosis answer(JsonNode question) {
    return WhyDenied.diagnose(dossier(question));
  }

  /** What was known when a question was asked, from the services that answered. */
  Dossier dossier(JsonNode question) {
    var away = EnumSet.noneOf(Owner.class);
    question.path("outage").forEach(o -> away.add(Owner.valueOf(o.asText())));
    return dossier(instant(question), away);
  }

  /** The instant of a question; the end of the story where it names none. */
  Instant instant(JsonNode question) {
    return question.has("knownAt") ? Instant.parse(question.path("knownAt").asText()) : last;
  }

  /** The instant at which everything of the feed is known. */
  Instant latest() {
    return last;
  }

  /** The number of the claim that the story is about. */
  String controlNumber() {
    return story.path("controlNumber").asText();
  }

  /** What was known before any payer had decided on the claim of the story. */
  public Dossier undecided() {
    var gathered = Gathered.at(last);
    facts.forEach(
        (owner, all) ->
            gathered
                .facts()
                .put(
                    owner,
                    all.stream()
                        .filter(
                            f ->
                                !f.kind().equals("claim-payment")
                                    || !f.record()
                                        .path("controlNumber")
                                        .asText()
                                        .equals(controlNumber()))
                        .toList()));
    return new Dossiers().dossier(controlNumber(), gathered);
  }

  /** The answer known at an instant, while some services do not answer. */
  Diagnosis answer(Instant knownAt, Set<Owner> away) {
    return answer(knownAt, away, Neighbours.none());
  }

  /** The answer known at an instant, with the rest of the practice in outline. */
  Diagnosis answer(Instant knownAt, Neighbours neighbours) {
    return answer(knownAt, Set.of(), neighbours);
  }

  private Diagnosis answer(Instant knownAt, Set<Owner> away, Neighbours neighbours) {
    return WhyDenied.diagnose(dossier(knownAt, away), neighbours);
  }

  /** What was known at an instant, while some services do not answer. */
  Dossier dossier(Instant knownAt, Set<Owner> away) {
    return dossier(knownAt, away, f -> !f.recordedAt().isAfter(knownAt));
  }

  /** The instants at which something became known, in order. */
  List<Instant> instants() {
    return facts.values().stream()
        .flatMap(List::stream)
        .map(Fact::recordedAt)
        .distinct()
        .sorted()
        .toList();
  }

  /** The dossier of an instant, of some of the facts. */
  Dossier dossier(Instant knownAt, Set<Owner> away, Predicate<Fact> known) {
    var gathered = Gathered.at(knownAt);
    facts.forEach((owner, all) -> gathered.facts().put(owner, all.stream().filter(known).toList()));
    for (var owner : away) {
      gathered.facts().remove(owner);
      gathered.away().put(owner, "does not answer");
    }
    return new Dossiers().dossier(story.path("controlNumber").asText(), gathered);
  }
}
