package io.headwater.claims;

import static io.headwater.testkit.FactsClient.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.testkit.EmbeddedDatabase;
import io.headwater.testkit.FactsClient;
import io.headwater.testkit.GatewayTokens;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of facts as the gateway sees it; the same in every service, tried here on claims. */
@QuarkusTest
@WithTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "claims"))
class FactStoreIT {

  private static final String MARCH_1 = "2026-03-01T12:00:00Z";
  private static final String MARCH_5 = "2026-03-05T12:00:00Z";
  private static final String MARCH_9 = "2026-03-09T12:00:00Z";
  private static final String CLAIM_1 =
      """
      {"rounds":[[{"kind":"claim","by":"controlNumber","values":["CLM-1"]}]]}\
      """;

  private static final String EVENTS = "{\"rounds\":[[{\"kind\":\"work-event\"}]]}";

  @TestHTTPResource("/")
  URI service;

  private final UUID practice = UUID.randomUUID();
  private FactsClient facts;

  @BeforeEach
  void newPractice() {
    facts = FactsClient.of(service, practice);
  }

  @Test
  void aCorrectionIsTheNextVersionAndBothCanBeCited() {
    facts.record(claim(MARCH_1, "P1"), claim(MARCH_5, "P2"));

    var versions = facts.get("facts/claim/CLM-1").body().lines().toList();

    assertThat(versions).hasSize(2);
    assertThat(versions.getFirst()).contains("\"version\":1", MARCH_1, "\"P1\"");
    assertThat(versions.getLast()).contains("\"version\":2", MARCH_5, "\"P2\"");
  }

  @Test
  void anAnswerAsOfAnInstantHoldsNothingRecordedLater() {
    facts.record(claim(MARCH_1, "P1"), claim(MARCH_9, "P2"));

    assertThat(
            facts.query(CLAIM_1.replace("{\"rounds", "{\"knownAt\":\"" + MARCH_5 + "\",\"rounds")))
        .singleElement()
        .asString()
        .contains("\"P1\"");
  }

  @Test
  void aKeyLearnedLaterFindsNothingAsOfAnEarlierInstant() {
    facts.record(claim(MARCH_1, "P1"), claim(MARCH_9, "P2"));
    var byPatient =
        """
        {"knownAt":"%s","rounds":[[{"kind":"claim","by":"patientId","values":["P2"]}]]}\
        """;

    assertThat(facts.query(byPatient.formatted(MARCH_5))).isEmpty();
    assertThat(facts.query(byPatient.formatted(MARCH_9))).hasSize(2);
  }

  @Test
  void whatIsRecordedForAnEarlierInstantStandsInOrderOfLearning() {
    facts.record(claim(MARCH_9, "P9"));
    facts.record(claim(MARCH_1, "P1"));

    assertThat(facts.query(CLAIM_1))
        .satisfiesExactly(
            earlier -> assertThat(earlier).contains(MARCH_1, "\"version\":2"),
            later -> assertThat(later).contains(MARCH_9, "\"version\":1"));
  }

  @Test
  void whatComesTwiceIsKeptOnce() {
    assertThat(facts.record(claim(MARCH_1, "P1"), claim(MARCH_1, "P1")))
        .isEqualTo("{\"accepted\":1,\"unchanged\":1}");
    assertThat(facts.record(claim(MARCH_1, "P1"))).isEqualTo("{\"accepted\":0,\"unchanged\":1}");
    assertThat(facts.query(CLAIM_1)).hasSize(1);
  }

  @Test
  void aLaterRoundGoesByTheKeysOfEarlierOnes() {
    facts.record(
        claim(MARCH_1, "P1"),
        fact("claim", MARCH_1, "\"controlNumber\":\"CLM-2\",\"patientId\":\"P1\""),
        fact("claim", MARCH_1, "\"controlNumber\":\"CLM-3\",\"patientId\":\"P3\""),
        fact(
            "encounter",
            MARCH_1,
            "\"encounterId\":\"E-2\",\"controlNumbers\":[\"CLM-9\",\"CLM-2\"]"));

    var answer =
        facts.query(
            """
            {"rounds":[[{"kind":"claim","by":"controlNumber","values":["CLM-1"]}],
              [{"kind":"claim","by":"patientId","from":"patientId"}],
              [{"kind":"encounter","by":"controlNumber","from":"controlNumber"}]]}\
            """);

    assertThat(answer)
        .satisfiesExactly(
            one -> assertThat(one).contains("\"id\":\"CLM-1\""),
            two -> assertThat(two).contains("\"id\":\"CLM-2\""),
            encounter -> assertThat(encounter).contains("\"id\":\"E-2\""));
  }

  @Test
  void anAcknowledgmentIsFoundByTheTransmissionOfItsClaim() {
    facts.record(
        fact(
            "claim",
            MARCH_1,
            "\"controlNumber\":\"CLM-1\",\"transmission\":{\"group\":\"77\",\"transaction\":\"0001\"}"),
        fact(
            "acknowledgment",
            MARCH_5,
            "\"ackId\":\"999-1\",\"group\":\"77\",\"transaction\":\"0001\""),
        fact(
            "acknowledgment",
            MARCH_5,
            "\"ackId\":\"999-2\",\"group\":\"77\",\"transaction\":\"0002\""));

    assertThat(
            facts.query(
                """
                {"rounds":[[{"kind":"claim","by":"controlNumber","values":["CLM-1"]}],
                  [{"kind":"acknowledgment","by":"transmission","from":"transmission"}]]}\
                """))
        .hasSize(2)
        .first()
        .asString()
        .contains("999-1");
  }

  @Test
  void anAcknowledgmentOfAGroupOrOfAnInterchangeIsFoundByEveryClaimSentInIt() {
    facts.record(
        fact(
            "claim",
            MARCH_1,
            "\"controlNumber\":\"CLM-1\",\"transmission\":{\"interchange\":\"000000088\","
                + "\"group\":\"77\",\"transaction\":\"0001\",\"batch\":\"B-1\"}"),
        fact("acknowledgment", MARCH_5, "\"ackId\":\"999-1\",\"group\":\"0077\""),
        fact("acknowledgment", MARCH_5, "\"ackId\":\"999-2\",\"group\":\"78\""),
        fact(
            "acknowledgment",
            MARCH_5,
            "\"ackId\":\"999-3\",\"group\":\"77\",\"functionalId\":\"HS\""),
        fact("acknowledgment", MARCH_5, "\"ackId\":\"TA1-1\",\"interchange\":\"88\""),
        fact("acknowledgment", MARCH_5, "\"ackId\":\"277CA-1\",\"batch\":\"B-1\""));

    assertThat(
            facts.query(
                """
                {"rounds":[[{"kind":"claim","by":"controlNumber","values":["CLM-1"]}],
                  [{"kind":"acknowledgment","by":"transmission","from":"transmission"}]]}\
                """))
        .extracting(line -> line.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1"))
        .containsExactlyInAnyOrder("CLM-1", "999-1", "TA1-1", "277CA-1");
  }

  @Test
  void versionsOfAPolicyStandSideBySide() {
    facts.record(
        policy(MARCH_1, 1, "2025-12-31"),
        policy(MARCH_1, 2, "2026-12-31"),
        policy(MARCH_9, 1, "2025-06-30"));

    assertThat(facts.query("{\"rounds\":[[{\"kind\":\"payer-policy\"}]]}"))
        .extracting(line -> line.replaceAll(".*\"id\":\"([^\"]+)\",\"version\":(\\d+),.*", "$1 $2"))
        .containsExactly("POL-1 1", "POL-1 1", "POL-1 2");
    assertThat(facts.get("facts/payer-policy/POL-1").body().lines()).hasSize(3);
  }

  @Test
  void outcomesAreCountedByWhatTheirLatestVersionTeachesAsKnownThen() {
    facts.record(
        outcome(MARCH_1, "OC-1", "AUTH.ABSENT"),
        outcome(MARCH_1, "OC-2", "AUTH.ABSENT"),
        outcome(MARCH_9, "OC-2", "AUTH.EXPIRED"));
    var counted =
        """
        {"knownAt":"%s","rounds":[[{"kind":"outcome","count":"lesson"}]]}""";

    assertThat(facts.query(counted.formatted(MARCH_5)))
        .singleElement()
        .asString()
        .contains(
            "\"kind\":\"outcome-count\"", "CAUSE_CONFIRMED|197|AUTH.ABSENT|P1", "\"count\":2");
    assertThat(facts.query(counted.formatted(MARCH_9)))
        .hasSize(2)
        .allMatch(line -> line.contains("\"count\":1"));
    assertThat(facts.query(counted.formatted("2026-02-01T00:00:00Z"))).isEmpty();
  }

  private static String outcome(String recordedAt, String id, String cause) {
    var record =
        """
        "outcomeId":"%s","controlNumber":"CLM-1","type":"CAUSE_CONFIRMED","payerId":"P1",
        "reason":"197","cause":"%s"
        """;
    return fact("outcome", recordedAt, record.formatted(id, cause).replace("\n", ""));
  }

  @Test
  void amountsAndForeignLettersComeBackAsTheyWere() {
    facts.record(
        fact(
            "claim",
            MARCH_1,
            "\"controlNumber\":\"CLM-1\",\"totalCharge\":150.00,\"note\":\"Zoë \\\"=\\\" \\n\""));

    assertThat(facts.query(CLAIM_1).getFirst())
        .contains("\"totalCharge\":150.00", "\"Zoë \\\"=\\\" \\n\"");
  }

  @Test
  void onePracticeNeverSeesAnother() {
    facts.record(claim(MARCH_1, "P1"));
    var other = FactsClient.of(service, UUID.randomUUID());

    assertThat(other.query(CLAIM_1)).isEmpty();
    assertThat(other.get("facts/claim/CLM-1").statusCode()).isEqualTo(404);
    other.record(claim(MARCH_5, "P5"));
    assertThat(facts.query(CLAIM_1)).singleElement().asString().contains("\"P1\"");
  }

  @Test
  void withoutATokenOfTheGatewayNobodyIsAnswered() {
    var none = new FactsClient(service, "");
    var forged = new FactsClient(service, GatewayTokens.forged(practice));
    var unsigned = new FactsClient(service, GatewayTokens.unsigned(practice));
    var stale =
        new FactsClient(
            service,
            GatewayTokens.of(practice, "headwater-gateway", Instant.now().minusSeconds(3600)));
    var foreign = new FactsClient(service, GatewayTokens.of(practice, "someone", Instant.now()));

    for (var caller : new FactsClient[] {none, forged, unsigned, stale, foreign}) {
      assertThat(caller.post("facts/query", CLAIM_1).statusCode()).isEqualTo(401);
      assertThat(caller.post("facts", claim(MARCH_1, "P1")).statusCode()).isEqualTo(401);
      assertThat(caller.get("facts/claim/CLM-1").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void refusalsAreProblemsThatNameNoPerson() {
    var foreign = facts.post("facts", fact("patient", MARCH_1, "\"patientId\":\"P1\""));
    var garbled = facts.post("facts", claim(MARCH_1, "P1") + "\n{\"kind\":");
    var nameless = facts.post("facts", fact("claim", MARCH_1, "\"patientId\":\"P1\""));
    var keyless =
        facts.post(
            "facts/query",
            "{\"rounds\":[[{\"kind\":\"claim\",\"by\":\"shoeSize\",\"values\":[]}]]}");

    assertThat(foreign.body()).contains("\"code\":\"unknown-kind\"");
    assertThat(garbled.body()).contains("\"code\":\"unreadable\"", "line 2");
    assertThat(nameless.body()).contains("\"code\":\"unreadable\"", "line 1", "controlNumber");
    assertThat(keyless.body()).contains("\"code\":\"unknown-key\"");
    assertThat(foreign.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void readsOfPatientDataAreOnRecord() {
    facts.record(claim(MARCH_1, "P1"));
    facts.query(CLAIM_1);
    facts.query("{\"rounds\":[[{\"kind\":\"payer-policy\"}]]}");

    assertThat(
            EmbeddedDatabase.running()
                .value(
                    "select string_agg(subject || ' ' || kinds::text || ' ' || facts, ',') from"
                        + " claims.read_audit where practice_id = '"
                        + practice
                        + "'"))
        .isEqualTo("key-1 {claim} 1");
  }

  @Test
  void aRowTakenOutOfTheAuditShows() {
    facts.record(claim(MARCH_1, "P1"));
    IntStream.range(0, 4).forEach(n -> facts.query(CLAIM_1));
    var broken =
        "select count(*) from claims.read_audit_broken where practice_id = '" + practice + "'";
    assertThat(EmbeddedDatabase.running().value(broken)).isEqualTo("0");

    EmbeddedDatabase.running()
        .run(
            "delete from claims.read_audit where seq = (select min(seq) + 1 from claims.read_audit"
                + " where practice_id = '"
                + practice
                + "')");

    assertThat(EmbeddedDatabase.running().value(broken)).isEqualTo("1");
  }

  @Test
  void thousandsOfFactsPassInOneBody() {
    var many =
        IntStream.range(0, 3000)
            .mapToObj(
                n ->
                    fact(
                        "work-event",
                        MARCH_1,
                        "\"eventId\":\"W-" + n + "\",\"controlNumber\":\"CLM-1\""))
            .toArray(String[]::new);

    assertThat(facts.record(many)).isEqualTo("{\"accepted\":3000,\"unchanged\":0}");
    assertThat(
            facts.query(
                "{\"rounds\":[[{\"kind\":\"work-event\",\"by\":\"controlNumber\",\"values\":[\"CLM-1\"]}]]}"))
        .hasSize(3000);
  }

  @Test
  void aBodyIsKeptWholeOrNotAtAll() {
    var good = events(2500);
    var failed = facts.post("facts", good + "\n{\"kind\":");
    var cut = facts.post("facts?counted=true", good);
    var miscounted = facts.post("facts?counted=true", good + "\n{\"facts\":2499}");

    assertThat(failed.statusCode()).isEqualTo(400);
    assertThat(cut.body()).contains("\"code\":\"unreadable\"", "cut off after 2500 facts");
    assertThat(miscounted.body()).contains("there are 2500 facts before it");
    assertThat(facts.query(EVENTS)).isEmpty();
    assertThat(facts.post("facts?counted=true", good + "\n{\"facts\":2500}").body())
        .isEqualTo("{\"accepted\":2500,\"unchanged\":0}");
    assertThat(facts.query(EVENTS)).hasSize(2500);
  }

  @Test
  void aSenderThatIsGoneInTheMiddleLeavesNothing() throws Exception {
    try (var socket = new Socket(service.getHost(), service.getPort())) {
      var lines = events(2500);
      socket
          .getOutputStream()
          .write(
              ("POST /facts HTTP/1.1\r\nHost: service\r\nAuthorization: Bearer "
                      + GatewayTokens.of(practice)
                      + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + Integer.toHexString(lines.length())
                      + "\r\n"
                      + lines
                      + "\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      Thread.sleep(500); // the service is in the middle of its transaction
    }

    facts.record(claim(MARCH_1, "P1")); // waits for its turn, hence for the end of the other
    assertThat(facts.query(EVENTS)).isEmpty();
  }

  @Test
  void aVersionOfTheSameBodySeesThoseBeforeIt() {
    var first =
        IntStream.range(0, 1500)
            .mapToObj(n -> claim(MARCH_1, "P" + n))
            .collect(Collectors.joining("\n"));

    assertThat(facts.record(first)).isEqualTo("{\"accepted\":1500,\"unchanged\":0}");
    assertThat(facts.record(first)).isEqualTo("{\"accepted\":0,\"unchanged\":1500}");
    assertThat(facts.get("facts/claim/CLM-1").body().lines()).hasSize(1500);
    assertThat(
            facts.query(
                "{\"rounds\":[[{\"kind\":\"claim\",\"by\":\"patientId\",\"values\":[\"P1499\"]}]]}"))
        .hasSize(1500);
  }

  private static String events(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            n -> fact("work-event", MARCH_1, "\"eventId\":\"W-" + n + "\",\"controlNumber\":\"C\""))
        .collect(Collectors.joining("\n"));
  }

  private static String claim(String recordedAt, String patient) {
    return fact(
        "claim", recordedAt, "\"controlNumber\":\"CLM-1\",\"patientId\":\"" + patient + "\"");
  }

  private static String policy(String recordedAt, int version, String termination) {
    return fact(
        "payer-policy",
        recordedAt,
        "\"policyId\":\"POL-1\",\"payerId\":\"60054\",\"version\":%d,\"termination\":\"%s\""
            .formatted(version, termination));
  }
}
