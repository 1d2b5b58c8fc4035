package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.headwater.rootcause.Diagnosis;
import io.headwater.rootcause.Diagnosis.Evidence;
import io.headwater.rootcause.WhyDenied;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every cause has a file with three stories: one that proves it, one that rules it out, and one
 * that says what is missing to tell. A story is a pack, where need be told otherwise. Where one of
 * them cannot be, the file says why.
 */
class CausesTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path FOLDER = Path.of("src/test/resources/causes");
  private static final List<String> PARTS = List.of("proves", "rulesOut", "leavesOpen");

  @TestFactory
  Stream<DynamicTest> everyCauseIsProvedRuledOutAndLeftOpen() {
    return Arrays.stream(Cause.values())
        .flatMap(
            cause ->
                PARTS.stream()
                    .map(
                        part ->
                            DynamicTest.dynamicTest(
                                cause.code() + " " + part, () -> tell(cause, part))));
  }

  private static void tell(Cause cause, String part) throws IOException {
    var story = file(cause).path(part);
    if (story.has("impossible")) {
      assertThat(story.path("impossible").asText()).as(cause + " " + part).hasSizeGreaterThan(20);
      return;
    }
    var answer = answer(story);
    var cited = texts(story.path("cites"));
    switch (part) {
      case "proves" ->
          assertThat(answer.causes())
              .anyMatch(
                  f ->
                      f.code() == cause
                          && f.role().name().equals(story.path("role").asText("ROOT"))
                          && cites(f.evidence(), cited));
      case "rulesOut" -> {
        assertThat(answer.refuted()).anyMatch(r -> r.code() == cause && cites(r.evidence(), cited));
        assertThat(answer.causes()).noneMatch(f -> f.code() == cause);
      }
      case "leavesOpen" -> {
        assertThat(answer.untestable())
            .anyMatch(u -> u.code() == cause && u.missing().equals(story.path("missing").asText()));
        assertThat(answer.refuted()).noneMatch(r -> r.code() == cause);
      }
      default -> throw new IllegalArgumentException(part);
    }
  }

  private static Diagnosis answer(JsonNode story) throws IOException {
    var pack = Pack.read(Path.of("src/test/resources/packs", story.path("pack").asText()));
    var question = pack.questions().get(story.path("question").asInt(1) - 1);
    var told = pack.told(story);
    var away = EnumSet.noneOf(Owner.class);
    story.path("away").forEach(o -> away.add(Owner.valueOf(o.asText())));
    return WhyDenied.diagnose(
        away.isEmpty() ? told.dossier(question) : told.dossier(told.instant(question), away));
  }

  private static boolean cites(List<Evidence> evidence, Set<String> ids) {
    return evidence.stream().map(Evidence::record).collect(Collectors.toSet()).containsAll(ids);
  }

  private static Set<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private static JsonNode file(Cause cause) throws IOException {
    return YAML.readTree(FOLDER.resolve(cause.code() + ".yaml").toFile());
  }

  @Test
  void everyCauseHasAFileOfAllThreeAndNoFileIsUnused() throws IOException {
    var wanted = Arrays.stream(Cause.values()).map(c -> c.code() + ".yaml").toList();
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
    for (var cause : Cause.values()) {
      assertThat(file(cause).fieldNames()).toIterable().containsExactlyElementsOf(PARTS);
    }
  }
}
