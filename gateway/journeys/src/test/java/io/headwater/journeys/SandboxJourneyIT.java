package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.Reply;
import io.headwater.cli.sandbox.Sample;
import io.headwater.cli.sandbox.SandboxRun;
import io.headwater.cli.sandbox.SandboxRun.Outcome;
import io.headwater.cli.sandbox.SandboxRun.Wanted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a claim without a payer, through the packaged whole. */
@ExtendWith(WholeStack.class)
class SandboxJourneyIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ICN = Pattern.compile("SB\\d{11}");

  private final WholeStack.Running running;

  SandboxJourneyIT(WholeStack.Running running) {
    this.running = running;
  }

  @Test
  void aClaimIsTakenPaidAndTheDeniedOneExplained() {
    Gateway practice = practice();

    Outcome outcome = run(practice);

    assertThat(kinds(outcome)).containsExactly("999", "277CA", "835");
    assertThat(verdict(outcome, 0)).isEqualTo("PAID");
    assertThat(verdict(outcome, 1)).isEqualTo("DENIED");
    assertThat(roots(outcome, 1)).containsExactly("CRED.EFFECTIVE_AFTER_DOS");
    for (JsonNode answer : outcome.answers()) {
      String file = "/v1/x12/" + answer.path("file").asText();
      assertThat(practice.get(file).body().path("status").asText()).isEqualTo("ACCEPTED");
      assertThat(practice.get(file + "/records").body().toString())
          .doesNotContain("\"balanced\":false");
    }
    assertThat(practice.get("/v1/x12?status=QUARANTINED").body()).isEmpty();
  }

  @Test
  void aLostAuthorizationIsDisputedWithThePayer() {
    Outcome outcome = run(practice(), "LOSES_AUTHORIZATION");

    assertThat(verdict(outcome, 0)).isEqualTo("DENIED");
    assertThat(roots(outcome, 0)).containsExactly("PAYER.PROCESSING_ERROR");
    assertThat(outcome.why().get(0).path("action").path("type").asText()).isIn("DISPUTE", "APPEAL");
  }

  @Test
  void anOldFeeScheduleIsAnUnderpayment() {
    Outcome outcome = run(practice(), "OLD_FEE_SCHEDULE");

    assertThat(verdict(outcome, 0)).isEqualTo("UNDERPAID");
    assertThat(roots(outcome, 0)).containsExactly("PAYER.FEE_SCHEDULE_STALE");
  }

  @Test
  void anImpreciseCodeHidesNothing() {
    Outcome outcome = run(practice(), "IMPRECISE_CODES");

    assertThat(roots(outcome, 1)).containsExactly("CRED.EFFECTIVE_AFTER_DOS");
    assertThat(causes(outcome.why().get(1), "NOTE")).contains("PAYER.CODE_IMPRECISE");
  }

  @Test
  void aReplacementTakesBackAndPaysAnewAVoidOnlyTakesBackAndARepetitionIsADuplicate() {
    Gateway practice = practice();
    Outcome first = run(practice);
    String icn = icn(first, "SBX-1001");

    Reply corrected = practice.x12(again("7", icn, "000000002", "170"), Optional.empty());
    assertThat(corrected.status()).isEqualTo(201);
    String remittance = text(practice, advance(practice).getLast());
    assertThat(remittance)
        .contains("CLP*SBX-1001*22*-185*-113*-25*12*" + icn)
        .contains("CLP*SBX-1001*1*170*113*25*12*" + icn)
        .contains("BPR*H*0*C*NON");

    practice.x12(again("1", null, "000000003", "170"), Optional.empty());
    assertThat(text(practice, advance(practice).getLast()))
        .contains("CLP*SBX-1001*4*170*0")
        .contains("CAS*OA*18*170");
    practice.x12(again("8", icn, "000000004", "170"), Optional.empty());
    List<JsonNode> voided = advance(practice);
    assertThat(text(practice, voided.getLast()))
        .contains("CLP*SBX-1001*22*-170")
        .doesNotContain("CLP*SBX-1001*1*");
  }

  @Test
  void aPayerThatFindsItsFaultReversesAndCorrects() {
    Gateway practice = practice();
    Outcome wrong = run(practice, "LOSES_AUTHORIZATION", "REVERSES_AND_CORRECTS");
    assertThat(verdict(wrong, 0)).isEqualTo("DENIED");

    String corrected = text(practice, advance(practice).getLast());

    assertThat(corrected).contains("CLP*SBX-1001*22*-185*0", "CLP*SBX-1001*1*185*113");
    JsonNode why = practice.why("SBX-1001", Optional.empty()).body();
    assertThat(why.path("data").path("whyDenied").path("verdict").asText()).isEqualTo("PAID");
  }

  @Test
  void aReplacementOfWhatThePayerDoesNotKnowIsTurnedAway() {
    Gateway practice = practice();
    run(practice);

    practice.x12(again("7", "SB00000000000", "000000002", "185"), Optional.empty());

    JsonNode newest = practice.get("/v1/sandbox/answers").body().path(0);
    assertThat(newest.path("kind").asText()).isEqualTo("277CA");
    assertThat(newest.path("says").toString()).contains("A7:464");
  }

  private Gateway practice() {
    Gateway practice = running.newPractice("Sandbox");
    assertThat(practice.records(Sample.records()).body().path("rejected").asInt()).isZero();
    return practice;
  }

  private static Outcome run(Gateway practice, String... defects) {
    return new SandboxRun(practice, Clock.systemUTC())
        .run(Sample.claims(), new Wanted(Optional.of(14), Set.of(defects), Optional.empty()));
  }

  /** The first claim of the sample alone, sent again in an interchange of its own. */
  private static String again(String frequency, String original, String control, String charge) {
    String text = Sample.claims().text();
    String first = text.substring(0, text.indexOf("HL*3*"));
    String end = "SE*%d*0001~\nGE*1*1~\nIEA*1*%s~\n";
    String body =
        first
            .replace("*000000001*0*T", "*" + control + "*0*T")
            .replace("JB0413", "JB" + control)
            .replace("CLM*SBX-1001*185***11:B:1", "CLM*SBX-1001*" + charge + "***11:B:" + frequency)
            .replace("SV1*HC:90837*185", "SV1*HC:90837*" + charge);
    if (original != null) {
      body = body.replace("REF*G1*SBX-A-100~", "REF*G1*SBX-A-100~\nREF*F8*" + original + "~");
    }
    int segments = (int) body.lines().filter(l -> !l.isBlank()).count() - 2 + 1;
    return body + end.formatted(segments, control);
  }

  private static List<JsonNode> advance(Gateway practice) {
    ObjectNode on = JSON.createObjectNode().put("advanceDays", 14);
    List<JsonNode> answers = new ArrayList<>();
    practice.post("/v1/sandbox/clock", on).body().path("answers").forEach(answers::add);
    return answers;
  }

  private static String text(Gateway practice, JsonNode answer) {
    Reply reply = practice.get("/v1/sandbox/answers/" + answer.path("id").asText());
    return reply.body().path("detail").asText();
  }

  private static String icn(Outcome outcome, String claim) {
    for (JsonNode said : outcome.answers().get(1).path("says")) {
      var found = ICN.matcher(said.path("text").asText());
      if (said.path("controlNumber").asText().equals(claim) && found.find()) {
        return found.group();
      }
    }
    throw new AssertionError("no number for " + claim);
  }

  private static List<String> kinds(Outcome outcome) {
    return outcome.answers().stream().map(a -> a.path("kind").asText()).toList();
  }

  private static String verdict(Outcome outcome, int claim) {
    return outcome.why().get(claim).path("verdict").asText();
  }

  private static List<String> roots(Outcome outcome, int claim) {
    return causes(outcome.why().get(claim), "ROOT");
  }

  private static List<String> causes(JsonNode why, String role) {
    List<String> codes = new ArrayList<>();
    for (JsonNode cause : why.path("causes")) {
      if (cause.path("role").asText().equals(role)) {
        codes.add(cause.path("code").asText());
      }
    }
    return codes;
  }
}
