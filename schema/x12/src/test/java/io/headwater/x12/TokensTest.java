package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.x12.token.SegmentScanner;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The scanner of the door against StAEDI, which cuts the same tokens out of every file it can read
 * to its end; the others are why the door has a scanner of its own.
 */
class TokensTest {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("src", "test", "resources"),
          Path.of("..", "..", "..", "shared", "cases"),
          Path.of("..", "..", "..", "shared", "edi", "open"));

  @Test
  void theScannerCutsWhatStaediCuts() throws IOException {
    var agreed = 0;
    var stopped = 0;
    for (var file : files()) {
      var bytes = Files.readAllBytes(file);
      List<String> theirs;
      try {
        theirs = staedi(bytes);
      } catch (EDIStreamException e) {
        stopped++;
        continue;
      }
      assertThat(scanner(bytes)).as(file.toString()).isEqualTo(theirs);
      agreed++;
    }
    System.out.println("Tokens: same in " + agreed + " files, StAEDI stopped in " + stopped);
    assertThat(agreed).isPositive();
  }

  private static List<String> scanner(byte[] bytes) throws IOException {
    var cut = new ArrayList<String>();
    var scanner = new SegmentScanner(new ByteArrayInputStream(bytes), _ -> {});
    for (var segment = scanner.next(); segment != null; segment = scanner.next()) {
      var text = new StringBuilder(segment.id());
      for (var element = 1; element <= segment.size(); element++) {
        if (segment.components(element).stream().anyMatch(Objects::nonNull)) {
          text.append(' ').append(element);
        }
      }
      cut.add(name(text.toString()));
    }
    return cut;
  }

  /** What a BIN carries is passed over unread, and ISA16 is a separator itself. */
  private static String name(String segment) {
    return segment.startsWith("BIN") || segment.startsWith("ISA")
        ? segment.substring(0, 3)
        : segment;
  }

  private static List<String> staedi(byte[] bytes) throws IOException, EDIStreamException {
    var marked = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF;
    var factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, "false");
    var cut = new ArrayList<String>();
    try (var reader =
        factory.createEDIStreamReader(
            new ByteArrayInputStream(bytes, marked ? 3 : 0, bytes.length), "ISO-8859-1")) {
      var text = new StringBuilder();
      var last = 0;
      while (reader.hasNext()) {
        var event = reader.next();
        if (event == EDIStreamEvent.START_SEGMENT) {
          text = new StringBuilder(reader.getText());
          last = 0;
        } else if (event == EDIStreamEvent.ELEMENT_DATA
            && !reader.getText().isBlank()
            && reader.getLocation().getElementPosition() != last) {
          last = reader.getLocation().getElementPosition();
          text.append(' ').append(last);
        } else if (event == EDIStreamEvent.END_SEGMENT) {
          cut.add(name(text.toString()));
        }
      }
    }
    return cut;
  }

  private static List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    for (var folder : FOLDERS) {
      if (Files.exists(folder)) {
        try (Stream<Path> walk = Files.walk(folder)) {
          walk.filter(Files::isRegularFile)
              .filter(p -> !p.toString().endsWith(".tsv") && !p.toString().endsWith(".yaml"))
              .filter(p -> !p.toString().endsWith(".ndjson"))
              .sorted()
              .forEach(files::add);
        }
      }
    }
    return files;
  }
}
