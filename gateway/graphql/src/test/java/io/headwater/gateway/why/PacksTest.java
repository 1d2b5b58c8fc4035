package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Several hundred questions to denial stories, each answered as an expert would. */
class PacksTest {

  private static final Path PACKS = Path.of("src/test/resources/packs");

  private static Stream<Path> packs() throws IOException {
    try (var all = Files.list(PACKS)) {
      return all.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyQuestionIsAnsweredAsAnExpertWould() throws IOException {
    return packs().map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> ask(p)));
  }

  private static void ask(Path folder) throws IOException {
    var pack = Pack.read(folder);
    int number = 0;
    for (var question : pack.questions()) {
      number++;
      assertThat(Expectation.unmet(question.path("expect"), pack.answer(question)))
          .as("question %s of %s", number, folder.getFileName())
          .isEmpty();
    }
  }

  @Test
  void thereArePacksToAsk() throws IOException {
    assertThat(packs()).hasSizeGreaterThan(150);
  }
}
