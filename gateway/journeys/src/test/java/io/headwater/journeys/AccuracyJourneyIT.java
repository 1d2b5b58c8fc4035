package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.demo.DemoPractice;
import io.headwater.cli.feed.DemoFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo practice knows the true cause of every denial; how often the answer finds it is a number
 * that the build prints.
 */
@ExtendWith(WholeStack.class)
class AccuracyJourneyIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theRootsOfTheDemoAreFoundAndTheConfidenceIsMeant(
      WholeStack.Running running, @TempDir Path folder) throws IOException {
    DemoPractice.generate(DemoPractice.SEED, folder);
    Gateway practice = running.newPractice("Accuracy");
    DemoFeed.send(practice, folder);
    Score score = new Score();
    for (JsonNode truth : JSON.readTree(folder.resolve("truth.json").toFile()).path("claims")) {
      String claim = truth.path("controlNumber").asText();
      Instant knownAt = Instant.parse(truth.path("knownAt").asText());
      score.add(
          truth, practice.why(claim, Optional.of(knownAt)).body().path("data").path("whyDenied"));
    }
    System.out.println(score);
    assertThat(score.exact()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.calibrationError()).isLessThanOrEqualTo(0.05);
  }

  /** How often answers are right, and whether their confidence says so. */
  private static final class Score {
    private int asked;
    private int exact;
    private int first;
    private int third;
    private double brier;
    private double confidence;

    void add(JsonNode truth, JsonNode answer) {
      TreeSet<String> wanted = new TreeSet<>();
      truth.path("root").forEach(code -> wanted.add(code.asText()));
      TreeSet<String> roots = new TreeSet<>();
      boolean leads = false;
      boolean near = false;
      double sure = 0;
      for (JsonNode cause : answer.path("causes")) {
        if (cause.path("role").asText().equals("ROOT")) {
          roots.add(cause.path("code").asText());
        }
        boolean right = wanted.contains(cause.path("code").asText());
        if (cause.path("rank").asInt() == 1) {
          leads = right;
          sure = cause.path("confidence").asDouble();
        }
        near |= right && cause.path("rank").asInt() <= 3;
      }
      asked++;
      exact += roots.equals(wanted) ? 1 : 0;
      first += leads ? 1 : 0;
      third += near ? 1 : 0;
      brier += Math.pow(sure - (leads ? 1 : 0), 2);
      confidence += sure;
    }

    double exact() {
      return (double) exact / asked;
    }

    /** How far the mean confidence of the first cause lies from how often it is right. */
    double calibrationError() {
      return Math.abs(confidence / asked - (double) first / asked);
    }

    @Override
    public String toString() {
      return String.format(
          "accuracy: %d claims, exact roots %.3f, at 1 %.3f, at 3 %.3f, Brier %.4f, calibration error %.3f",
          asked,
          exact(),
          (double) first / asked,
          (double) third / asked,
          brier / asked,
          calibrationError());
    }
  }
}
