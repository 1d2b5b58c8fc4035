package io.headwater.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFilesTest {
  @TempDir Path folder;

  @Test
  void aFolderMeansItsFeedInNameOrder() throws Exception {
    for (String name :
        List.of("02.x12", "01.ndjson", "03.edi", "truth.json", "case.yaml", ".hidden.x12")) {
      Files.writeString(folder.resolve(name), "");
    }

    assertThat(FeedFiles.of(List.of(folder)))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("01.ndjson", "02.x12", "03.edi");
  }

  @Test
  void aNameThatSaysNothingIsDecidedByTheContent() throws Exception {
    Path x12 = Files.writeString(folder.resolve("a"), "\uFEFF\nISA*00*");
    Path records = Files.writeString(folder.resolve("b.json"), "{\"kind\": \"payer\"}");
    Path other = Files.writeString(folder.resolve("c.pdf"), "%PDF");

    assertThat(FeedKind.of(x12)).isEqualTo(FeedKind.X12);
    assertThat(FeedKind.of(records)).isEqualTo(FeedKind.RECORDS);
    assertThat(FeedKind.of(other)).isEqualTo(FeedKind.OTHER);
  }
}
