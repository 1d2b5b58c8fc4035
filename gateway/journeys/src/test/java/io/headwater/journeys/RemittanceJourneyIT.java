package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Remittances as payers and clearinghouses send them: under mangled numbers, twice, in other
 * envelopes, in parts; and what a person decides.
 */
@ExtendWith(WholeStack.class)
class RemittanceJourneyIT {
  private static final Path FEED = Path.of("src/test/resources/cases/S1-auth-scope/feed");
  private static final String CLAIM = "CLM-3001";
  private static final String QUEUE = "/v1/remittances/unmatched";
  private static final String ASK =
      """
      query Why($claim: String!, $knownAt: DateTime) { whyDenied(controlNumber: $claim, knownAt: $knownAt) {
        verdict completeness { score missing { service reason } }
        lines { number charge paid denied adjustments { group reason amount } }
        timeline { event record }
        claim { remittances { record trace paid balanced match { by confidence sentAs actor reason } } } } }
      """;

  private final WholeStack.Running running;
  private Gateway practice;

  RemittanceJourneyIT(WholeStack.Running running) {
    this.running = running;
  }

  @BeforeEach
  void aClaimThatWasSent() throws Exception {
    practice = running.newPractice("Remittances");
    assertThat(practice.records(FEED.resolve("01-setup.ndjson")).successful()).isTrue();
    for (String file : List.of("02-837p-clm-3001.x12", "04-277ca-accepted.x12")) {
      assertThat(practice.x12(FEED.resolve(file), Optional.empty()).successful()).isTrue();
    }
  }

  @Test
  void aMangledNumberIsFoundToBeItsClaims() throws Exception {
    for (String sent : List.of("CLM3001", "clm-3001", "000CLM-3001", "77120094", "CLM-30")) {
      aClaimThatWasSent();

      send(remittance().replace("CLP*CLM-3001", "CLP*" + sent));

      JsonNode why = why(Optional.empty());
      assertThat(why.path("verdict").asText()).as(sent).isEqualTo("DENIED");
      JsonNode told = why.path("claim").path("remittances").path(0);
      assertThat(told.path("match").path("sentAs").asText()).isEqualTo(sent);
      assertThat(told.path("match").path("confidence").asDouble()).isBetween(0.8, 0.99);
      assertThat(why.path("timeline").toString()).contains(told.path("record").asText());
      assertThat(queue("")).isEmpty();
    }
  }

  @Test
  void whatNobodyCanMatchIsDecidedByAPersonAndAnAnswerKnownEarlierDoesNotSeeIt() throws Exception {
    send(
        remittance()
            .replace("CLP*CLM-3001", "CLP*77120094")
            .replace("NSH44120087", "UNKNOWN-1")
            .replace("OKONJO", "OCONNOR"));
    assertThat(why(Optional.empty()).path("verdict").asText()).isEqualTo("PENDING");
    JsonNode waiting = queue("?reason=UNKNOWN_CLAIM");
    assertThat(waiting).hasSize(1);
    String id = waiting.path(0).path("id").asText();
    Instant before = Instant.now();

    assertThat(decide(id, "CLM-9999").status()).isEqualTo(422);
    assertThat(decide("no-such-remittance", CLAIM).status()).isEqualTo(404);
    Reply decided = decide(id, CLAIM);

    assertThat(decided.status()).isEqualTo(201);
    assertThat(why(Optional.empty()).path("verdict").asText()).isEqualTo("DENIED");
    assertThat(why(Optional.of(before)).path("verdict").asText()).isEqualTo("PENDING");
    assertThat(queue("")).isEmpty();

    assertThat(decide(id, null).status()).isEqualTo(201);
    assertThat(why(Optional.empty()).path("verdict").asText()).isEqualTo("PENDING");
    JsonNode versions =
        practice
            .get("/v1/facts/remittance-match?id=" + waiting.path(0).path("record").asText())
            .body();
    assertThat(versions).hasSize(2);
  }

  @Test
  void theSameRemittanceIsPostedOnce() throws Exception {
    String remittance = remittance();
    send(remittance);
    JsonNode once = why(Optional.empty());

    List<Callable<Reply>> copies = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String copy =
          remittance
              .replace("101515299", "10151530" + i)
              .replace("*90028", "*9003" + i)
              .replace("~\n", i % 2 == 0 ? "~" : "~\r\n");
      copies.add(() -> practice.x12(copy));
      copies.add(() -> practice.x12(remittance));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var sent : threads.invokeAll(copies)) {
        assertThat(sent.get().successful()).isTrue();
      }
    }

    assertThat(why(Optional.empty())).isEqualTo(once);
    String record = once.path("claim").path("remittances").path(0).path("record").asText();
    assertThat(practice.get("/v1/facts/claim-payment?id=" + record).body()).hasSize(1);
  }

  @Test
  void aReversalAndACorrectionInPartsAreTheCorrection() throws Exception {
    String first = remittance();
    send(first);
    String reversal =
        claim("22", "-185", "0", "CAS*CO*197*-185~\n")
            .replace("SVC*HC:90837*185", "SVC*HC:90837*-185");
    String correction = claim("1", "185", "120", "CAS*CO*45*65~\n").replace("*185*0~", "*185*120~");
    String later =
        first
            .replace("NSH010327217", "NSH010501001")
            .replace("BPR*I*0*C*NON", "BPR*I*120*C*ACH")
            .replace("*20260327~\nTRN", "*20260501~\nTRN");

    send(with(later, correction, 1));
    send(with(later, reversal, 2));

    JsonNode why = why(Optional.empty());
    assertThat(why.path("verdict").asText()).isIn("PAID", "UNDERPAID");
    assertThat(why.path("lines").path(0).path("paid").asDouble()).isEqualTo(120.0);
    assertThat(why.path("lines").path(0).path("denied").asDouble()).isZero();
    assertThat(why.path("claim").path("remittances")).hasSize(3);
    assertThat(why.path("completeness").toString()).doesNotContain("does not balance");
  }

  @Test
  void whatDoesNotBalanceIsFlaggedAndQueued() throws Exception {
    send(remittance().replace("CAS*CO*197*185", "CAS*CO*197*184"));

    JsonNode why = why(Optional.empty());
    assertThat(why.path("claim").path("remittances").path(0).path("balanced").asBoolean(true))
        .isFalse();
    assertThat(why.path("completeness").toString()).contains("does not balance");
    JsonNode waiting = queue("?reason=UNBALANCED");
    assertThat(waiting).hasSize(1);
    assertThat(waiting.path(0).path("failing").toString()).contains("SVC02 - CAS = SVC03");
  }

  /** A CLP and what belongs to it, for the claim of this journey. */
  private static String claim(String status, String charge, String paid, String adjustment) {
    return "CLP*CLM-3001*"
        + status
        + "*"
        + charge
        + "*"
        + paid
        + "**12*NSH26073A1145*11*1~\n"
        + "NM1*QC*1*OKONJO*RENATA****MI*NSH44120087~\n"
        + "SVC*HC:90837*185*0~\nDTM*472*20260311~\n"
        + adjustment
        + "REF*6R*CLM-3001L1~\n";
  }

  /** The remittance with another claim in it, as a part in an interchange of its own. */
  private static String with(String remittance, String claim, int part) {
    int from = remittance.indexOf("CLP*");
    int to = remittance.indexOf("SE*");
    String whole = remittance.substring(0, from) + claim + remittance.substring(to);
    int segments = whole.substring(whole.indexOf("ST*"), whole.indexOf("SE*")).split("~").length;
    return whole
        .replaceFirst("SE\\*\\d+", "SE*" + segments)
        .replace("101515299", "20151529" + part);
  }

  private Reply decide(String id, String claim) {
    var decision = JsonNodeFactory.instance.objectNode();
    decision.put("controlNumber", claim).put("reason", "the same visit").put("actor", "desk 2");
    return practice.post("/v1/remittances/" + id + "/match", decision);
  }

  private JsonNode queue(String query) {
    Reply reply = practice.get(QUEUE + query);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body().path("remittances");
  }

  private JsonNode why(Optional<Instant> knownAt) {
    var variables = JsonNodeFactory.instance.objectNode().put("claim", CLAIM);
    knownAt.ifPresent(at -> variables.put("knownAt", at.toString()));
    return practice.graphql(ASK, variables).body().path("data").path("whyDenied");
  }

  private void send(String x12) {
    assertThat(practice.x12(x12).status()).isEqualTo(201);
  }

  private static String remittance() throws Exception {
    return Files.readString(FEED.resolve("05-835.x12"), StandardCharsets.UTF_8);
  }
}
