package io.headwater.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPracticeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir static Path folder;
  private static DemoPractice.Summary summary;
  private static JsonNode truth;

  @BeforeAll
  static void generate() throws IOException {
    summary = DemoPractice.generate(DemoPractice.SEED, folder.resolve("one"));
    truth = JSON.readTree(summary.folder().resolve("truth.json").toFile());
  }

  @Test
  void the_same_seed_gives_the_same_bytes() throws IOException {
    var again = DemoPractice.generate(DemoPractice.SEED, folder.resolve("two"));

    assertThat(again.files()).isEqualTo(summary.files());
    for (Path file : files(summary.folder())) {
      Path other = again.folder().resolve(summary.folder().relativize(file).toString());
      assertThat(other).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void another_seed_gives_another_practice() throws IOException {
    var other = DemoPractice.generate(7, folder.resolve("other"));

    assertThat(Files.readString(other.folder().resolve("truth.json")))
        .isNotEqualTo(Files.readString(summary.folder().resolve("truth.json")));
  }

  @Test
  void the_practice_is_of_the_size_it_claims() {
    assertThat(summary.claims()).isBetween(1800, 2400);
    assertThat(summary.files()).isBetween(150, 400);
    assertThat(100.0 * summary.denied() / summary.claims()).isBetween(10.0, 15.0);
  }

  @Test
  void every_mishap_leaves_its_truth() {
    Set<String> told = new HashSet<>();
    truth.get("claims").forEach(claim -> told.add(claim.get("mishap").asText()));
    Set<String> planted = new HashSet<>();
    for (Mishap mishap : Mishap.values()) {
      planted.add(mishap.name());
    }
    planted.remove(Mishap.REJECTION_WORKED.name());

    assertThat(told).isEqualTo(planted);
  }

  @Test
  void the_denials_spread_over_the_handoffs() {
    Set<String> handoffs = new TreeSet<>();
    truth.get("claims").forEach(claim -> handoffs.add(claim.get("handoff").asText()));

    assertThat(handoffs)
        .containsExactly(
            "AUTHORIZATION",
            "BILLING",
            "CODING",
            "CREDENTIALING",
            "DOCUMENTATION",
            "ELIGIBILITY",
            "PATIENT",
            "PAYER");
  }

  @Test
  void the_showcase_is_a_claim_whose_approval_names_another_clinician_and_another_code() {
    JsonNode shown = null;
    for (JsonNode claim : truth.get("claims")) {
      shown = claim.get("controlNumber").asText().equals(summary.showcase()) ? claim : shown;
    }

    assertThat(shown.get("root"))
        .map(JsonNode::asText)
        .containsExactly("AUTH.SCOPE_PROVIDER", "AUTH.SCOPE_CPT");
  }

  @Test
  void the_feed_lists_its_files_in_the_order_of_their_names() throws IOException {
    List<String> listed = new ArrayList<>();
    String before = "";
    for (JsonNode item : JSON.readTree(summary.folder().resolve("feed.json").toFile())) {
      listed.add(item.get("file").asText());
      if (item.has("recordedAt")) {
        assertThat(item.get("recordedAt").asText()).isGreaterThanOrEqualTo(before);
        before = item.get("recordedAt").asText();
      }
    }

    assertThat(listed).isSorted();
    assertThat(listed)
        .containsExactlyElementsOf(
            files(summary.folder().resolve("feed")).stream()
                .map(file -> "feed/" + file.getFileName())
                .sorted()
                .toList());
  }

  @Test
  void every_record_has_the_fields_of_its_schema() throws IOException {
    for (Path file : files(summary.folder().resolve("feed"))) {
      if (!file.toString().endsWith(".ndjson")) {
        continue;
      }
      for (String line : Files.readAllLines(file)) {
        JsonNode entry = JSON.readTree(line);
        JsonNode schema = schema(entry.get("kind").asText());
        Set<String> known = names(schema.get("properties"));
        Set<String> required = new TreeSet<>();
        schema.get("required").forEach(name -> required.add(name.asText()));
        assertThat(known).as(line).containsAll(names(entry.get("record")));
        assertThat(names(entry.get("record"))).as(line).containsAll(required);
      }
    }
  }

  @Test
  void every_npi_passes_its_check_digit() throws IOException {
    Pattern npi = Pattern.compile("(?:XX\\*|[nN]pi\": ?\"|\\[\")(19\\d{8})\\b");
    Set<String> found = new TreeSet<>();
    for (Path file : files(summary.folder().resolve("feed"))) {
      npi.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
    }

    assertThat(found).hasSizeGreaterThanOrEqualTo(13).allMatch(Npi::holds);
  }

  static List<Path> files(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static JsonNode schema(String kind) throws IOException {
    try (var in = DemoPracticeTest.class.getResourceAsStream("/records/" + kind + ".schema.json")) {
      return JSON.readTree(in);
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
