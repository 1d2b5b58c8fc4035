package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of the answer to a story when one fact of it is otherwise, or not on record. */
class RetoldPacksTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  @TestFactory
  Stream<DynamicTest> aStoryToldOtherwiseIsAnsweredAsAnExpertWould() throws IOException {
    var told = new YAMLMapper().readTree(new File(RESOURCES.toFile(), "retold.yaml"));
    return StreamSupport.stream(told.spliterator(), false)
        .map(one -> DynamicTest.dynamicTest(one.path("story").asText(), () -> ask(one)));
  }

  private static void ask(JsonNode one) throws IOException {
    var pack = Pack.read(RESOURCES.resolve("packs").resolve(one.path("pack").asText()));
    var question = pack.questions().get(one.path("question").asInt(1) - 1);
    assertThat(Expectation.unmet(one.path("expect"), pack.told(one).answer(question))).isEmpty();
  }
}
