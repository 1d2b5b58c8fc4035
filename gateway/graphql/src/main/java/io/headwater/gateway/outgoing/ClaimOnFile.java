package io.headwater.gateway.outgoing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.upstream.Fact;
import io.headwater.gateway.upstream.FactQuery.Selector;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A claim with all that is known of it. One that came as an 837P says everything itself; one that
 * came as a bulk record is completed from the patient, the coverage, the payer, the clinicians and
 * the practice.
 */
@ApplicationScoped
class ClaimOnFile {

  /** A take-back, a claim of someone else and an estimate finalise nothing. */
  private static final Set<String> NOT_FINAL = Set.of("22", "23", "25");

  private final OnFile onFile;

  ClaimOnFile(OnFile onFile) {
    this.onFile = onFile;
  }

  /** The claim as it was billed last. */
  ObjectNode claim(Caller caller, String controlNumber, Instant knownAt) {
    var facts =
        onFile.latest(
            caller,
            Owner.CLAIMS,
            knownAt,
            Selector.by("claim", "controlNumber", List.of(controlNumber)),
            Selector.all("payer"));
    ObjectNode claim =
        OnFile.one(facts, "claim", "controlNumber", controlNumber)
            .orElseThrow(ProblemKind.NOT_FOUND::problem)
            .deepCopy();
    OnFile.one(facts, "payer", "payerId", Fill.text(claim, "payerId"))
        .ifPresent(
            payer -> {
              Fill.from(claim, "payerName", payer, "name");
              Fill.value(claim, "filingIndicator", TextNode.valueOf(filing(payer)));
            });
    if (claim.path("attachments").path(0).isTextual()) {
      claim.remove("attachments");
    }
    patient(caller, claim, knownAt);
    providers(caller, claim, knownAt);
    charges(claim);
    return claim;
  }

  /** SBR09, which a payer's front door wants of every claim; ZZ where nobody says what it is. */
  private static String filing(JsonNode payer) {
    return switch (payer.path("type").asText("")) {
      case "" -> "ZZ";
      case "MEDICAID_MCO" -> "MC";
      case "MEDICARE" -> "MB";
      default -> "CI";
    };
  }

  private void patient(Caller caller, ObjectNode claim, Instant knownAt) {
    String id = Fill.text(claim, "patientId");
    if (id == null) {
      return;
    }
    var facts =
        onFile.latest(
            caller,
            Owner.ELIGIBILITY,
            knownAt,
            Selector.by("patient", "patientId", List.of(id)),
            Selector.by("coverage", "patientId", List.of(id)));
    OnFile.one(facts, "patient", "patientId", id)
        .ifPresent(
            patient -> {
              Fill.from(claim, "patientName", patient, "name");
              Fill.from(claim, "birthDate", patient, "birthDate");
              Fill.from(claim, "sex", patient, "sex");
              Fill.from(claim, "patientAddress", patient, "address");
            });
    OnFile.one(facts, "coverage", "payerId", Fill.text(claim, "payerId"))
        .ifPresent(
            coverage -> {
              Fill.from(claim, "memberId", coverage, "memberId");
              Fill.from(claim, "groupNumber", coverage, "groupNumber");
              Fill.from(claim, "payerRank", coverage, "rank");
            });
    if (claim.path("relationship").asText("18").equals("18")) {
      Fill.from(claim, "subscriberName", claim, "patientName");
      Fill.from(claim, "subscriberBirthDate", claim, "birthDate");
      Fill.from(claim, "subscriberSex", claim, "sex");
      Fill.from(claim, "subscriberAddress", claim, "patientAddress");
    }
  }

  private void providers(Caller caller, ObjectNode claim, Instant knownAt) {
    if (!claim.path("providers").isEmpty()) {
      return;
    }
    var facts =
        onFile.latest(
            caller,
            Owner.CREDENTIALING,
            knownAt,
            Selector.all("practice-profile"),
            Selector.all("provider"));
    var practice = onFile.practice(caller, knownAt);
    Fill.from(claim, "billingNpi", practice, "groupNpi");
    Fill.from(claim, "billingTaxIdentifier", practice, "tin");
    Fill.from(claim, "billingTaxonomy", practice, "taxonomy");
    var providers = claim.putArray("providers");
    var billing = providers.addObject().put("role", "85");
    Fill.from(billing, "npi", claim, "billingNpi");
    Fill.from(billing, "taxonomy", claim, "billingTaxonomy");
    Fill.from(billing, "address", practice, "address");
    if (practice.hasNonNull("name")) {
      billing.putObject("name").put("last", practice.path("name").asText());
    }
    clinician(providers.addObject(), "82", claim, "renderingNpi", facts);
    if (claim.hasNonNull("supervisingNpi")) {
      clinician(providers.addObject(), "DQ", claim, "supervisingNpi", facts);
    }
    if (!claim.hasNonNull("renderingNpi")) {
      providers.remove(1);
    }
  }

  private static void clinician(
      ObjectNode provider, String role, ObjectNode claim, String field, List<Fact> facts) {
    provider.put("role", role);
    Fill.from(provider, "npi", claim, field);
    if (role.equals("82")) {
      Fill.from(provider, "taxonomy", claim, "renderingTaxonomy");
    }
    OnFile.one(facts, "provider", "npi", Fill.text(claim, field))
        .map(p -> Fill.text(p, "name"))
        .ifPresent(name -> Fill.person(provider.putObject("name"), name));
  }

  private static void charges(ObjectNode claim) {
    if (!claim.hasNonNull("placeOfService")) {
      Fill.from(claim, "placeOfService", claim.path("lines").path(0), "placeOfService");
    }
    if (!claim.hasNonNull("totalCharge")) {
      var total = BigDecimal.ZERO;
      for (JsonNode line : claim.path("lines")) {
        total = total.add(new BigDecimal(line.path("charge").asText("0")));
      }
      claim.put("totalCharge", total.toPlainString());
    }
  }

  /**
   * The payer's number of the first claim it finalised under this control number (835 CLP07), which
   * a replacement or void must name (REF F8), at the payer that is billed.
   */
  String finalised(Caller caller, JsonNode claim, Instant knownAt) {
    String controlNumber = Fill.text(claim, "controlNumber");
    String payer = Fill.text(claim, "payerId");
    return onFile
        .latest(
            caller,
            Owner.PAYMENTS,
            knownAt,
            Selector.by("claim-payment", "controlNumber", List.of(controlNumber)))
        .stream()
        .filter(f -> f.kind().equals("claim-payment"))
        .filter(f -> controlNumber.equals(Fill.text(f.record(), "controlNumber")))
        .filter(f -> !NOT_FINAL.contains(f.record().path("status").asText("")))
        .filter(f -> f.record().hasNonNull("payerControlNumber"))
        .filter(f -> f.record().path("payerId").asText(payer).equals(payer))
        .min(
            Comparator.comparing((Fact f) -> f.record().path("paymentDate").asText("9999"))
                .thenComparing(Fact::recordedAt))
        .map(f -> Fill.text(f.record(), "payerControlNumber"))
        .orElseThrow(
            () ->
                ProblemKind.CLAIM_NOT_FINALISED.with(
                    "no payer control number of a finalised claim "
                        + controlNumber
                        + " at payer "
                        + payer));
  }
}
