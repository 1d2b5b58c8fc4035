package io.headwater.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
  private static final Path FOLDER = Path.of("src/test/resources/answers");

  @Test
  void anAnswerReadsAsTheGoldenPage() throws Exception {
    var answer =
        new ObjectMapper()
            .readTree(Files.readString(FOLDER.resolve("denied.json"), StandardCharsets.UTF_8));

    assertThat(AnswerText.of(answer))
        .isEqualTo(Files.readString(FOLDER.resolve("denied.txt"), StandardCharsets.UTF_8));
  }

  @Test
  void anAnswerOfWhichNothingIsKnownStillReads() throws Exception {
    var answer =
        new ObjectMapper().readTree("{\"controlNumber\": \"CLM-9\", \"verdict\": \"PENDING\"}");

    assertThat(AnswerText.of(answer)).startsWith("Claim CLM-9: PENDING");
  }
}
