package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.headwater.cli.client.Gateway;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people who work claims find is kept, moves what is answered next, and nothing earlier. */
@ExtendWith(WholeStack.class)
class LearningJourneyIT {
  private static final Path FEED = Path.of("src/test/resources/cases/S1-auth-scope/feed");
  private static final String CLAIM = "CLM-3001";
  private static final Instant PENDING = Instant.parse("2026-03-20T00:00:00Z");
  private static final Instant DENIED = Instant.parse("2026-03-28T00:00:00Z");
  private static final Instant TAUGHT = Instant.parse("2026-03-30T00:00:00Z");

  private final Gateway practice;

  LearningJourneyIT(WholeStack.Running running) {
    this.practice = running.newPractice("Learning");
  }

  @BeforeEach
  void aDeniedClaim() {
    practice.records(FEED.resolve("01-setup.ndjson"));
    Map.of(
            "02-837p-clm-3001.x12", "2026-03-13T17:00:00Z",
            "03-999.x12", "2026-03-13T17:25:00Z",
            "04-277ca-accepted.x12", "2026-03-14T09:30:00Z",
            "05-835.x12", "2026-03-27T11:00:00Z")
        .forEach((file, at) -> practice.x12(FEED.resolve(file), Optional.of(Instant.parse(at))));
  }

  @Test
  void theDifferenceNamesTheRecordsThroughWhichTheAnswerChanged() {
    JsonNode changed =
        practice.whyChanged(CLAIM, PENDING, Optional.of(DENIED)).body().at("/data/whyChanged");

    assertThat(changed.at("/verdict/before").asText()).isEqualTo("PENDING");
    assertThat(changed.at("/verdict/after").asText()).isEqualTo("DENIED");
    assertThat(changed.path("causes").toString()).contains("AUTH.SCOPE_PROVIDER", "ADDED");
    assertThat(StreamSupport.stream(changed.path("records").spliterator(), false))
        .isNotEmpty()
        .allMatch(r -> Instant.parse(r.path("recordedAt").asText()).isAfter(PENDING))
        .anyMatch(r -> r.path("kind").asText().equals("claim-payment"));
  }

  @Test
  void nothingChangesBetweenTwoInstantsInWhichNothingWasLearned() {
    JsonNode changed =
        practice
            .whyChanged(CLAIM, DENIED, Optional.of(DENIED.plusSeconds(60)))
            .body()
            .at("/data/whyChanged");

    assertThat(changed.path("changed").asBoolean(true)).isFalse();
    assertThat(changed.path("records")).isEmpty();
  }

  @Test
  void aConfirmedCauseIsCitedByTheNextAnswerAndByNoEarlierOne() {
    JsonNode before = why(DENIED);
    JsonNode kept =
        practice
            .graphql(
                "mutation{confirmCause(controlNumber:\"CLM-3001\",cause:\"AUTH.SCOPE_PROVIDER\"){id type reason}}",
                JsonNodeFactory.instance.objectNode())
            .body()
            .at("/data/confirmCause");

    assertThat(kept.path("type").asText()).isEqualTo("CAUSE_CONFIRMED");
    assertThat(kept.path("reason").asText()).isEqualTo("197");
    JsonNode after = practice.why(CLAIM, Optional.empty()).body().at("/data/whyDenied");
    assertThat(after.path("causes").toString()).contains(kept.path("id").asText());
    assertThat(confidence(after)).isGreaterThanOrEqualTo(confidence(before));
    assertThat(why(DENIED)).isEqualTo(before);
  }

  @Test
  void whatCameOfLikeCausesMovesTheChanceOfTheActionFromThenOn() {
    practice.records(
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    """
                    {"kind":"outcome","recordedAt":"2026-03-29T10:00:00Z","record":{"outcomeId":"OC-%d","controlNumber":"OLD-%d","at":"2026-03-29T10:00:00Z","type":"REQUEST_REFUSED","payerId":"NSH01","reason":"197","cause":"AUTH.SCOPE_PROVIDER"}}
                    """
                        .formatted(i, i))
            .reduce("", String::concat));

    assertThat(why(DENIED).at("/action/probability").asDouble()).isEqualTo(0.55);
    assertThat(why(TAUGHT).at("/action/probability").asDouble()).isLessThan(0.3);
    JsonNode changed =
        practice.whyChanged(CLAIM, DENIED, Optional.of(TAUGHT)).body().at("/data/whyChanged");
    assertThat(changed.path("learned").asBoolean()).isTrue();
    assertThat(changed.path("records")).isEmpty();
  }

  private JsonNode why(Instant knownAt) {
    return practice.why(CLAIM, Optional.of(knownAt)).body().at("/data/whyDenied");
  }

  private static double confidence(JsonNode answer) {
    return answer.at("/causes/0/confidence").asDouble();
  }
}
