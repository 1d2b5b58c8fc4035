package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.x12.TransactionResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Files written by others, read where they lie (never copied: some licences forbid it), against
 * what an independent extractor found in them. Skipped where the folder is not there.
 */
class OpenFilesTest {
  private static final Path OPEN = Path.of("..", "..", "..", "shared", "edi", "open");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One row of EXPECTED.tsv. */
  record Row(
      String file,
      String kind,
      String isa,
      String group,
      String set,
      String key,
      JsonNode fields) {}

  @Test
  void everyFileHoldsWhatTheExtractorFound() throws IOException {
    assumeTrue(Files.exists(OPEN.resolve("EXPECTED.tsv")), "no files by others at " + OPEN);
    var held = new Deviations();
    var accepted = 0;
    var compared = new FactsFound(held);
    for (var file : expected().entrySet()) {
      try (var in = Files.newInputStream(OPEN.resolve(file.getKey()))) {
        var read = X12Reader.collect(in);
        accepted += read.summary().accepted();
        compared.compare(file.getKey(), file.getValue(), read);
      }
    }
    System.out.println(
        "Files by others: " + held.figures() + ", transaction sets accepted " + accepted);
    assertThat(held.all()).isEmpty();
  }

  @Test
  void aTransactionSetIsQuarantinedOnlyForAReasonWithAPlace() throws IOException {
    assumeTrue(Files.exists(OPEN.resolve("EXPECTED.tsv")), "no files by others at " + OPEN);
    for (var file : expected().keySet()) {
      try (var in = Files.newInputStream(OPEN.resolve(file))) {
        for (var result : X12Reader.validate(in)) {
          assertThat(result.errors().isEmpty()).isEqualTo(result.status() == Status.ACCEPTED);
          assertThat(result.errors()).allMatch(e -> e.position() >= 1 && !e.message().isBlank());
        }
      }
    }
  }

  @Test
  void everyFunctionalGroupIsTold() throws IOException {
    assumeTrue(Files.exists(OPEN.resolve("EXPECTED.tsv")), "no files by others at " + OPEN);
    for (var file : expected().entrySet()) {
      var groups = new int[1];
      try (var in = Files.newInputStream(OPEN.resolve(file.getKey()))) {
        X12Reader.read(
            in,
            new X12Listener() {
              @Override
              public void group(Interchange interchange, FunctionalGroup group) {
                groups[0]++;
              }
            });
      }
      assertThat(groups[0])
          .as(file.getKey())
          .isEqualTo(file.getValue().getFirst().fields().get("groups").asInt());
    }
  }

  /** Broken on purpose, by others: read to the end, every set of them told, with a reason. */
  @Test
  void everyMalformedFileIsReadToItsEnd() throws IOException {
    var malformed = OPEN.resolve("malformed");
    assumeTrue(Files.exists(malformed), "no malformed files by others at " + OPEN);
    try (var files = Files.walk(malformed)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        try (var in = Files.newInputStream(file)) {
          var read = X12Reader.collect(in);
          assertThat(read.summary().accepted() + read.summary().quarantined())
              .as(file.toString())
              .isEqualTo(read.transactions().size());
        } catch (NotX12Exception e) {
          assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
              .as(file.toString())
              .doesNotContain("ISA*");
        }
      }
    }
  }

  private static Map<String, List<Row>> expected() throws IOException {
    var rows = new LinkedHashMap<String, List<Row>>();
    var lines = Files.readAllLines(OPEN.resolve("EXPECTED.tsv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split("\t", -1);
      rows.computeIfAbsent(cells[0], _ -> new ArrayList<>())
          .add(
              new Row(
                  cells[0],
                  cells[1],
                  cells[2],
                  cells[3],
                  cells[4],
                  cells[6],
                  JSON.readTree(cells[7])));
    }
    return rows;
  }
}
