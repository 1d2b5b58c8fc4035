package io.headwater.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

  @Test
  void anAnswerIsRightWhenItsRootsAreTheTrueOnesAndNoOther() {
    Score score = new Score();
    score.add(List.of("AUTH.ABSENT"), answer(0.9, "AUTH.ABSENT"));
    score.add(List.of("AUTH.ABSENT"), answer(0.9, "AUTH.ABSENT", "AUTH.EXPIRED"));
    score.add(List.of("AUTH.ABSENT"), answer(0.9, "AUTH.EXPIRED"));
    score.add(List.of(), answer(0));

    assertThat(score.asked()).isEqualTo(4);
    assertThat(score.exact()).isEqualTo(0.5);
    assertThat(score.atOne()).isEqualTo(0.75);
  }

  @Test
  void whoIsNinetyPercentSureIsRightNineTimesInTen() {
    Score score = new Score();
    for (int i = 0; i < 10; i++) {
      score.add(List.of("AUTH.ABSENT"), answer(0.9, i == 0 ? "AUTH.EXPIRED" : "AUTH.ABSENT"));
    }

    assertThat(score.calibrationError()).isCloseTo(0, within(1e-9));
    assertThat(score.brier()).isCloseTo(0.09, within(1e-9));
  }

  @Test
  void errorsOfDifferentConfidenceDoNotMakeUpForOneAnother() {
    Score score = new Score();
    score.add(List.of("AUTH.ABSENT"), answer(0.95, "AUTH.EXPIRED"));
    score.add(List.of("AUTH.ABSENT"), answer(0.05, "AUTH.ABSENT"));

    assertThat(score.calibrationError()).isCloseTo(0.95, within(1e-9));
  }

  private static JsonNode answer(double confidence, String... roots) {
    var answer = JsonNodeFactory.instance.objectNode();
    var causes = answer.putArray("causes");
    for (int i = 0; i < roots.length; i++) {
      causes
          .addObject()
          .put("rank", i + 1)
          .put("code", roots[i])
          .put("role", "ROOT")
          .put("confidence", confidence);
    }
    return answer;
  }
}
