package io.headwater.gateway.why;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.headwater.gateway.upstream.Fact;
import io.headwater.gateway.upstream.TextMemory;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.rootcause.fact.Authorization;
import io.headwater.rootcause.fact.CaseOutcome;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.CoverageNotice;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.rootcause.fact.Encounter;
import io.headwater.rootcause.fact.Enrollment;
import io.headwater.rootcause.fact.FeeSchedule;
import io.headwater.rootcause.fact.GroupLinkage;
import io.headwater.rootcause.fact.Location;
import io.headwater.rootcause.fact.Patient;
import io.headwater.rootcause.fact.PatientPayment;
import io.headwater.rootcause.fact.Payer;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.PracticeProfile;
import io.headwater.rootcause.fact.Provider;
import io.headwater.rootcause.fact.Remittance;
import io.headwater.rootcause.fact.RemittanceMatch;
import io.headwater.rootcause.fact.ScheduleEvent;
import io.headwater.rootcause.fact.Supervision;
import io.headwater.rootcause.fact.WorkEvent;
import io.headwater.vocabulary.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Facts as their owners keep them become the records that the diagnosis reads. */
public final class FactReader {

  private static final Logger LOG = Logger.getLogger(FactReader.class);

  private static final long OUTLINES_REMEMBERED = 2 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("practice-profile", PracticeProfile.class),
          Map.entry("payer", Payer.class),
          Map.entry("location", Location.class),
          Map.entry("provider", Provider.class),
          Map.entry("patient", Patient.class),
          Map.entry("coverage", Coverage.class),
          Map.entry("eligibility-check", EligibilityCheck.class),
          Map.entry("coverage-notice", CoverageNotice.class),
          Map.entry("schedule-event", ScheduleEvent.class),
          Map.entry("enrollment", Enrollment.class),
          Map.entry("group-linkage", GroupLinkage.class),
          Map.entry("supervision", Supervision.class),
          Map.entry("authorization", Authorization.class),
          Map.entry("encounter", Encounter.class),
          Map.entry("claim", Claim.class),
          Map.entry("acknowledgment", Acknowledgment.class),
          Map.entry("claim-status", Acknowledgment.class),
          Map.entry("work-event", WorkEvent.class),
          Map.entry("outcome", CaseOutcome.class),
          Map.entry("payer-policy", PayerPolicy.class),
          Map.entry("remittance", Remittance.class),
          Map.entry("claim-payment", ClaimPayment.class),
          Map.entry("fee-schedule", FeeSchedule.class),
          Map.entry("remittance-match", RemittanceMatch.class),
          Map.entry("patient-payment", PatientPayment.class));

  /** What facts were read as; facts that are shared by many questions are read once. */
  private static final Cache<Fact, Recorded<?>> READ = Caffeine.newBuilder().weakKeys().build();

  private FactReader() {}

  /** Reads records of which only some fields are told. */
  static <T> TextMemory<T> outlines(Class<T> type) {
    ObjectReader reader = JSON.readerFor(type);
    return new TextMemory<>(OUTLINES_REMEMBERED, reader::readValue);
  }

  /** The facts of these kinds, each version, as records of a type. */
  public static <T> List<Recorded<T>> read(
      Collection<Fact> facts, Owner owner, Class<T> type, String... kinds) {
    var wanted = Set.of(kinds);
    var found = new ArrayList<Recorded<T>>();
    for (var fact : facts) {
      if (wanted.contains(fact.kind())) {
        found.add(recorded(owner, fact, type));
      }
    }
    return found;
  }

  /**
   * The fact as a record of the type of its kind; empty for kinds that are not read by themselves.
   */
  static Optional<Recorded<?>> recorded(Owner owner, Fact fact) {
    return Optional.ofNullable(TYPES.get(fact.kind()))
        .map(type -> READ.get(fact, _ -> recorded(owner, fact, type)));
  }

  private static <T> Recorded<T> recorded(Owner owner, Fact fact, Class<T> type) {
    return new Recorded<>(
        owner, fact.kind(), fact.id(), fact.version(), fact.recordedAt(), record(fact, type));
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
        || !(fact.record() instanceof ObjectNode policy)
        || !(policy.path("rule") instanceof ObjectNode rule)) {
      return fact.record();
    }
    var parted = rule.deepCopy();
    part(parted, "covered", "coveredDiagnoses");
    part(parted, "excluded", "excludedDiagnoses");
    part(parted, "required", "requiredModifiers");
    part(parted, "refused", "refusedModifiers");
    ObjectNode plain = JSON.createObjectNode();
    plain.setAll(policy);
    plain.set("rule", parted);
    return plain;
  }

  private static void part(ObjectNode rule, String word, String list) {
    if (rule.path(word).isArray()) {
      rule.set(list, rule.remove(word));
    }
  }
}
