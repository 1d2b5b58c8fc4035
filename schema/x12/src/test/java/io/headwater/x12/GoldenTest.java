package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder a case: {@code in.edi} and {@code out.yaml}, what was read of it. With {@code
 * -Dgolden.write=true} the expectation is written anew, to be reviewed as a difference.
 */
class GoldenTest {
  private static final Path CASES = Path.of("src", "test", "resources");
  private static final Pattern NPI = Pattern.compile("\\b1777\\d{6}\\b");

  @TestFactory
  Stream<DynamicTest> everyCaseReadsAsWritten() throws IOException {
    return cases().stream()
        .map(c -> DynamicTest.dynamicTest(CASES.relativize(c).toString(), () -> reads(c)));
  }

  @Test
  void everyFolderHoldsBothFilesAndNothingElse() throws IOException {
    assertThat(cases()).isNotEmpty();
    for (var folder : cases()) {
      try (var files = Files.list(folder)) {
        assertThat(files.map(f -> f.getFileName().toString()))
            .containsExactlyInAnyOrder("in.edi", "out.yaml");
      }
    }
  }

  @Test
  void everyProviderNumberIsMadeUpAndPassesItsCheckDigit() throws IOException {
    for (var folder : cases()) {
      var numbers =
          NPI.matcher(Files.readString(folder.resolve("in.edi")))
              .results()
              .map(m -> m.group())
              .toList();
      assertThat(numbers).as(folder.toString()).allMatch(GoldenTest::luhn);
    }
  }

  private static void reads(Path folder) throws IOException {
    try (var in = Files.newInputStream(folder.resolve("in.edi"))) {
      var read = AsYaml.of(X12Reader.collect(in));
      if (Boolean.getBoolean("golden.write")) {
        Files.writeString(folder.resolve("out.yaml"), read);
      }
      assertThat(read).isEqualTo(Files.readString(folder.resolve("out.yaml")));
    }
  }

  private static List<Path> cases() throws IOException {
    try (var walk = Files.walk(CASES)) {
      return walk.filter(p -> p.endsWith("in.edi")).map(Path::getParent).sorted().toList();
    }
  }

  private static boolean luhn(String npi) {
    var digits = "80840" + npi;
    var sum = 0;
    for (var i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(digits.length() - 1 - i) - '0';
      var doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
