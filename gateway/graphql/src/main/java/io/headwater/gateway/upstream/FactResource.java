package io.headwater.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.rootcause.NationalRules;
import io.headwater.vocabulary.Owner;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a citation resolves to: all versions of one fact, as their owner keeps them. */
@Path("/v1/facts")
public class FactResource {

  private static final Map<Owner, Set<String>> KINDS =
      Map.of(
          Owner.ELIGIBILITY,
          Set.of(
              "patient",
              "coverage",
              "eligibility-check",
              "eligibility-inquiry",
              "coverage-notice",
              "schedule-event"),
          Owner.CREDENTIALING,
          Set.of(
              "provider",
              "location",
              "practice-profile",
              "enrollment",
              "group-linkage",
              "supervision"),
          Owner.AUTHORIZATIONS,
          Set.of("authorization"),
          Owner.CLAIMS,
          Set.of(
              "claim",
              "acknowledgment",
              "claim-status",
              "encounter",
              "work-event",
              "outcome",
              "payer",
              "payer-policy"),
          Owner.PAYMENTS,
          Set.of(
              "remittance",
              "claim-payment",
              "remittance-match",
              "fee-schedule",
              "patient-payment"));

  private static final Map<String, Owner> OWNERS =
      KINDS.entrySet().stream()
          .flatMap(e -> e.getValue().stream().map(kind -> Map.entry(kind, e.getKey())))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private final CurrentCaller current;
  private final FactClient client;
  private final Clock clock;

  FactResource(CurrentCaller current, FactClient client, Clock clock) {
    this.current = current;
    this.client = client;
    this.clock = clock;
  }

  /** All versions of a fact, oldest first. */
  @GET
  @Path("/{kind}")
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public List<Fact> versions(@PathParam("kind") String kind, @QueryParam("id") String id) {
    var caller = current.requiring(Scope.CLAIMS_READ);
    var owner = OWNERS.get(kind);
    if (owner == null || id == null || id.isBlank()) {
      throw ProblemKind.NOT_FOUND.problem();
    }
    var one = List.of(FactQuery.Selector.by(kind, "id", List.of(id)));
    try {
      var facts = client.query(caller, owner, new FactQuery(clock.instant(), List.of(one)));
      if (facts.isEmpty() && kind.equals("payer-policy")) {
        facts = shipped(id);
      }
      if (facts.isEmpty()) {
        throw ProblemKind.NOT_FOUND.problem();
      }
      return facts;
    } catch (ServiceAway away) {
      throw ProblemKind.SERVICE_AWAY.with(away.getMessage());
    }
  }

  /** A rule of the nation that ships with the product, where the practice sent none of that id. */
  private static List<Fact> shipped(String id) {
    return NationalRules.all().stream()
        .filter(r -> r.id().equals(id))
        .map(
            r ->
                new Fact(r.kind(), r.id(), r.version(), r.recordedAt(), JSON.valueToTree(r.fact())))
        .toList();
  }
}
