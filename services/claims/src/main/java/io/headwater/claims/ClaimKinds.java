package io.headwater.claims;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.chassis.history.FactKinds;
import io.headwater.chassis.history.Key;
import io.headwater.chassis.history.Kind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of fact that this service owns, and what each can be found by. */
class ClaimKinds {

  @Produces
  @Singleton
  static FactKinds owned() {
    return FactKinds.of(
        Kind.ofPatients(
            "claim",
            "controlNumber",
            Key.of("controlNumber"),
            Key.of("patientId"),
            Key.of("memberId"),
            Key.from("npi", "renderingNpi"),
            Key.of("payerId"),
            Key.of("originalReference"),
            Key.transmission(claim -> claim.path("transmission"))),
        Kind.ofPatients("acknowledgment", "ackId", Key.of("controlNumber"), Key.acknowledged()),
        Kind.ofPatients("claim-status", "ackId", Key.of("controlNumber"), Key.acknowledged()),
        Kind.ofPatients(
            "encounter",
            "encounterId",
            Key.from("controlNumber", "controlNumber", "controlNumbers"),
            Key.of("patientId"),
            Key.from("npi", "treatingNpi")),
        Kind.ofPatients("work-event", "eventId", Key.of("controlNumber")),
        Kind.ofPatients(
            "outcome",
            "outcomeId",
            Key.of("controlNumber"),
            Key.of("payerId"),
            new Key("lesson", ClaimKinds::lesson)),
        Kind.of("payer", "payerId", Key.of("payerId")),
        Kind.of("payer-policy", "policyId", Key.of("payerId")).byVersion());
  }

  /** What an outcome teaches: its type, reason, cause and payer, by which outcomes are counted. */
  private static Stream<String> lesson(JsonNode outcome) {
    return Stream.of(
        Stream.of("type", "reason", "cause", "payerId")
            .map(field -> outcome.path(field).asText(""))
            .collect(Collectors.joining("|")));
  }
}
