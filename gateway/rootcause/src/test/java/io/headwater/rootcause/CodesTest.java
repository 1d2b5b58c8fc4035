package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.Codes.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodesTest {

  private static final Path CODES = Path.of("src/test/resources/codes");

  /** Sent by payers and missing from the list of remarks at hand, which is older. */
  private static final Set<String> NEWER_REMARKS =
      Set.of(
          "N767", "N760", "N822", "MA27", "N808", "N758", "N776", "N799", "N798", "N779", "N761",
          "N823");

  @Test
  void everyCodeThatTheTradeNamesHasAnEntry() throws IOException {
    for (var line : Files.readAllLines(CODES.resolve("named.tsv"))) {
      if (!line.startsWith("#")) {
        var fields = line.split("\t", -1);
        var code = fields[0].equals("CARC") ? Codes.reason(fields[1]) : Codes.remark(fields[1]);
        assertThat(code).as(line).isPresent();
      }
    }
  }

  @Test
  void everyEntryIsACodeOfTheLists() throws IOException {
    var reasons = Set.copyOf(Files.readAllLines(CODES.resolve("carc.txt")));
    var remarks = new HashSet<>(Files.readAllLines(CODES.resolve("rarc.txt")));
    remarks.addAll(NEWER_REMARKS);
    assertThat(Codes.reasons()).extracting(Code::code).allMatch(reasons::contains);
    assertThat(Codes.remarks()).extracting(Code::code).allMatch(remarks::contains);
  }

  @Test
  void everyEntryIsLabeledInAFewWordsOfOurOwn() {
    for (var codes : List.of(Codes.reasons(), Codes.remarks())) {
      assertThat(codes).allMatch(c -> c.label().length() > 3 && c.label().length() < 90);
      assertThat(codes)
          .allMatch(c -> c.scenario() == null || Set.of(1, 2, 3, 4).contains(c.scenario()));
    }
  }

  @Test
  void whatIsNeitherInformationNorAlertMeansACause() {
    assertThat(Codes.reasons())
        .filteredOn(c -> c.causes().isEmpty())
        .extracting(Code::code)
        .containsExactlyInAnyOrder("133", "246");
    assertThat(Codes.remarks())
        .filteredOn(c -> !c.alert() && c.scenario() != null)
        .allMatch(c -> !c.causes().isEmpty());
  }

  @Test
  void codesUnknownToUsHaveNoLabelAndBreakNothing() {
    assertThat(Codes.reason("9999")).isEmpty();
    assertThat(Codes.remark("ZZ1")).isEmpty();
    assertThat(Codes.remark(null)).isEmpty();
  }
}
