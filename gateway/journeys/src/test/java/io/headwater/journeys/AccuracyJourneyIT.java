package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.cli.accuracy.Accuracy;
import io.headwater.cli.accuracy.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo practice knows the true cause of every denial; how often the answer finds it is a number
 * that the build prints.
 */
@ExtendWith(WholeStack.class)
class AccuracyJourneyIT {

  @Test
  void theRootsOfTheDemoAreFoundAndTheConfidenceIsMeant(
      WholeStack.Running running, @TempDir Path folder) throws IOException {
    Score score = Accuracy.ofDemo(running.newPractice("Accuracy"), folder, new TreeMap<>());

    System.out.println(score);
    assertThat(score.exact()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.calibrationError()).isLessThanOrEqualTo(0.05);
  }
}
