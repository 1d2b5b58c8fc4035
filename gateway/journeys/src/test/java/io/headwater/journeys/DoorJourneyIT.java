package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the doors say to input that is wrong, strange, repeated, or someone else's. */
@ExtendWith(WholeStack.class)
class DoorJourneyIT {
  private static final Path FEED = Path.of("src/test/resources/cases/S1-auth-scope/feed");
  private static final String CLAIM = "CLM-3001";

  private final WholeStack.Running running;

  DoorJourneyIT(WholeStack.Running running) {
    this.running = running;
  }

  @Test
  void whatIsNotX12IsRefused() {
    Reply reply = running.newPractice("Garbage").x12("this is no interchange");

    assertThat(reply.status()).isIn(400, 422);
    assertThat(reply.body().path("code").asText()).isNotEmpty();
  }

  @Test
  void aTransactionThatIsCutOffIsQuarantinedWholeAndListed() throws Exception {
    Gateway practice = running.newPractice("Cut off");
    String whole = text("02-837p-clm-3001.x12");

    Reply reply = practice.x12(whole.substring(0, whole.indexOf("LX*1")));

    assertThat(reply.status()).isEqualTo(422);
    JsonNode listed = practice.get("/v1/x12?status=QUARANTINED").body();
    assertThat(listed.toString()).contains("QUARANTINED").contains("\"837\"");
    assertThat(practice.why(CLAIM, Optional.empty()).body().toString()).contains("CLAIM_NOT_FOUND");
  }

  @Test
  void aMiscountedTransactionIsReadWithAWarning() throws Exception {
    Reply reply =
        running
            .newPractice("Miscounted")
            .x12(text("02-837p-clm-3001.x12").replace("SE*29*0001", "SE*77*0001"));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body().path("warnings").toString()).contains("SE01");
  }

  @Test
  void aFileSentTwiceChangesNothing() {
    Gateway practice = running.newPractice("Twice");
    Path file = FEED.resolve("02-837p-clm-3001.x12");

    Reply first = practice.x12(file, Optional.empty());
    Reply second = practice.x12(file, Optional.empty());

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
  }

  @Test
  void aRemittanceThatDoesNotBalanceIsKeptAndFlagged() throws Exception {
    Gateway practice = running.newPractice("Unbalanced");

    Reply reply = practice.x12(text("05-835.x12").replace("BPR*I*0*", "BPR*I*9.99*"));

    assertThat(reply.status()).isEqualTo(201);
    Reply read = practice.get("/v1/x12/" + reply.body().path("id").asText() + "/records");
    assertThat(read.body().toString())
        .contains("remittance")
        .contains("balanced")
        .contains("false");
  }

  @Test
  void aBadRecordDoesNotStopTheGoodOnes() {
    Reply reply =
        running
            .newPractice("Typo")
            .records(
                """
                {"kind": "payer", "record": {"payerId": "P1", "name": "One"}}
                {"kind": "payer", "record": {"payerId": "P2", "nmae": "Two"}}
                not json
                {"kind": "payer", "record": {"payerId": "P3", "name": "Three"}}
                """);

    assertThat(reply.body().path("accepted").asInt()).isEqualTo(2);
    assertThat(reply.body().path("rejected").asInt()).isEqualTo(2);
    assertThat(reply.body().path("errors").findValuesAsText("line"))
        .contains("2", "3")
        .doesNotContain("1", "4");
  }

  @Test
  void aClaimThatNobodyKnowsIsNotFound() {
    Reply reply = running.newPractice("Empty").why("CLM-UNKNOWN", Optional.empty());

    assertThat(reply.body().path("data").path("whyDenied").isNull()).isTrue();
    assertThat(reply.body().path("errors").path(0).path("extensions").path("code").asText())
        .isEqualTo("CLAIM_NOT_FOUND");
  }

  @Test
  void aWrongKeyIsRefusedAtEveryDoor() {
    Gateway stranger = running.operator().as("hw_live_000000000000_wrong");

    assertThat(stranger.get("/v1/x12").status()).isEqualTo(401);
    assertThat(stranger.x12("ISA").status()).isEqualTo(401);
    assertThat(stranger.why(CLAIM, Optional.empty()).status()).isEqualTo(401);
  }

  @Test
  void thePracticesOfOthersAreInvisible() {
    Gateway owner = running.newPractice("Owner");
    Gateway other = running.newPractice("Other");
    String id =
        owner
            .x12(FEED.resolve("02-837p-clm-3001.x12"), Optional.empty())
            .body()
            .path("id")
            .asText();

    assertThat(owner.why(CLAIM, Optional.empty()).body().path("data").path("whyDenied").isObject())
        .isTrue();
    assertThat(other.why(CLAIM, Optional.empty()).body().path("data").path("whyDenied").isNull())
        .isTrue();
    assertThat(other.get("/v1/x12/" + id).status()).isEqualTo(404);
  }

  @Test
  void aPracticeMayNotCreatePractices() {
    Gateway practice = running.newPractice("Ordinary");

    assertThat(practice.get("/v1/x12").status()).isEqualTo(200);
    assertThatThrownBy(() -> practice.createPractice("more", "More")).hasMessageContaining("403");
  }

  private static String text(String file) throws Exception {
    return Files.readString(FEED.resolve(file), StandardCharsets.UTF_8);
  }
}
