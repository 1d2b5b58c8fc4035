package io.headwater.claims;

import static io.headwater.testkit.FactsClient.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.testkit.FactsClient;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many facts in outline: what a claim's neighbours are counted by. */
@QuarkusTest
@WithTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "claims"))
class OutlinesIT {

  private static final String MARCH_1 = "2026-03-01T12:00:00Z";
  private static final String MARCH_5 = "2026-03-05T12:00:00Z";
  private static final String MARCH_9 = "2026-03-09T12:00:00Z";
  private static final String NEIGHBOURS =
      """
      {%s"rounds":[[{"kind":"claim","by":"controlNumber","values":["CLM-1"]}]],
       "outlines":[[{"kind":"claim","by":["payerId","npi"],"of":"claim",
                     "fields":["controlNumber","payerId","placeOfService"]%s}]]}\
      """;

  @TestHTTPResource("/")
  URI service;

  private FactsClient facts;

  @BeforeEach
  void claimsOfThreePayers() {
    facts = FactsClient.of(service, UUID.randomUUID());
    facts.record(
        claim("CLM-1", MARCH_1, "NSH01", "1900000112"),
        claim("CLM-2", MARCH_1, "NSH01", "1900000120"),
        claim("CLM-3", MARCH_5, "MBH77", "1900000112"),
        claim("CLM-4", MARCH_5, "SUM55", "1900000120"),
        claim("CLM-2", MARCH_9, "SUM55", "1900000120"));
  }

  @Test
  void whatSharesAKeyWithTheFactsFoundIsOutlinedOnce() {
    var answer = facts.query(NEIGHBOURS.formatted("\"knownAt\":\"" + MARCH_5 + "\",", ""));

    assertThat(answer).hasSize(3);
    assertThat(answer.getFirst()).contains("\"id\":\"CLM-1\"", "\"version\":1");
    assertThat(answer.get(1)).isEqualTo("{\"outlines\":\"follow\"}");
    assertThat(outlined(answer.getLast())).containsExactlyInAnyOrder("CLM-1", "CLM-2", "CLM-3");
    assertThat(answer.getLast()).doesNotContain("renderingNpi").contains("\"NSH01\"");
  }

  @Test
  void onlyTheLatestVersionAsOfTheInstantIsTold() {
    var answer = facts.query(NEIGHBOURS.formatted("", ""));

    assertThat(row(answer.getLast(), "CLM-2").path("payerId").asText()).isEqualTo("SUM55");
  }

  @Test
  void whatIsRememberedIsTheVersionOfTheInstant() {
    var now = NEIGHBOURS.formatted("", "");
    var then = NEIGHBOURS.formatted("\"knownAt\":\"" + MARCH_5 + "\",", "");

    facts.query(now);
    assertThat(payer(facts.query(then))).isEqualTo("NSH01");
    assertThat(payer(facts.query(now))).isEqualTo("SUM55");
    assertThat(payer(facts.query(then))).isEqualTo("NSH01");
  }

  private static String payer(List<String> answer) {
    return row(answer.getLast(), "CLM-2").path("payerId").asText();
  }

  @Test
  void ofMoreThanWantedTheLastLearnedAreTold() {
    assertThat(outlined(facts.query(NEIGHBOURS.formatted("", ",\"most\":1")).getLast()))
        .containsExactly("CLM-2"); // corrected on March 9
  }

  @Test
  void aVersionLearnedLateLeadsToTheOneThatStands() {
    facts.record(claim("CLM-5", MARCH_5, "SUM55", "1900000138"));
    facts.record(claim("CLM-5", MARCH_1, "NSH01", "1900000138"));
    var then = NEIGHBOURS.formatted("\"knownAt\":\"" + MARCH_1 + "\",", "");

    assertThat(row(facts.query(then).getLast(), "CLM-5").path("payerId").asText())
        .isEqualTo("NSH01");
    assertThat(
            row(facts.query(NEIGHBOURS.formatted("", "")).getLast(), "CLM-5")
                .path("payerId")
                .asText())
        .isEqualTo("SUM55");
  }

  @Test
  void recordsOfAnEarlierDayAreLeftOut() {
    var since = ",\"floor\":{\"field\":\"submittedOn\",\"day\":\"2026-03-05\"}";

    assertThat(outlined(facts.query(NEIGHBOURS.formatted("", since)).getLast()))
        .containsExactlyInAnyOrder("CLM-2", "CLM-3");
  }

  private static List<String> outlined(String line) {
    return StreamSupport.stream(json(line).path("rows").spliterator(), false)
        .map(row -> row.path("controlNumber").asText())
        .toList();
  }

  private static JsonNode row(String line, String controlNumber) {
    return StreamSupport.stream(json(line).path("rows").spliterator(), false)
        .filter(row -> row.path("controlNumber").asText().equals(controlNumber))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String claim(String controlNumber, String at, String payer, String npi) {
    return fact(
        "claim",
        at,
        """
        "controlNumber":"%s","payerId":"%s","renderingNpi":"%s","patientId":"P-%s","submittedOn":"%s"\
        """
            .formatted(controlNumber, payer, npi, controlNumber, at.substring(0, 10)));
  }
}
