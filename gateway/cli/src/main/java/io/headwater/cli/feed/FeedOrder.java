package io.headwater.cli.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Which files may go at once. Versions of a fact are counted as they come, so files that speak of
 * the same kinds of fact keep their order; others need not wait for one another.
 */
final class FeedOrder {
  /** Stands for every kind: a file that was not looked into waits for all before it. */
  static final Set<String> ANY = Set.of("*");

  private static final int LOOKED_INTO = 8 << 20;
  private static final Pattern SET = Pattern.compile("\\bST[^A-Za-z0-9 ](\\d{3})\\b");
  private static final JsonFactory JSON = new JsonFactory();

  private static final Map<String, Set<String>> KINDS =
      Map.of(
          "270", Set.of("eligibility-inquiry"),
          "271", Set.of("eligibility-check"),
          "276", Set.of(),
          "277", Set.of("acknowledgment", "claim-status"),
          "278", Set.of("authorization"),
          "835", Set.of("remittance", "claim-payment"),
          "837", Set.of("claim"),
          "999", Set.of("acknowledgment"));

  private FeedOrder() {}

  /** The kinds of fact that files speak of. */
  static Set<String> kinds(List<Path> files) {
    var kinds = new TreeSet<String>();
    for (Path file : files) {
      Set<String> of = kinds(file);
      if (of.equals(ANY)) {
        return ANY;
      }
      kinds.addAll(of);
    }
    return kinds;
  }

  /** The kinds of fact that a file speaks of. */
  static Set<String> kinds(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = unpacked(stream).readNBytes(LOOKED_INTO + 1);
      if (bytes.length > LOOKED_INTO) {
        return ANY;
      }
      return switch (FeedKind.of(file)) {
        case X12 -> sets(new String(bytes, StandardCharsets.ISO_8859_1));
        case RECORDS -> records(bytes);
        case OTHER -> Set.of();
      };
    } catch (IOException e) {
      return ANY;
    }
  }

  /** Whether files that speak of these kinds have to keep their order. */
  static boolean ordered(Set<String> one, Set<String> other) {
    return one.equals(ANY) || other.equals(ANY) || one.stream().anyMatch(other::contains);
  }

  private static InputStream unpacked(InputStream stream) throws IOException {
    var peeked = new PushbackInputStream(stream, 2);
    byte[] magic = peeked.readNBytes(2);
    peeked.unread(magic);
    boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    return gzip ? new GZIPInputStream(peeked) : peeked;
  }

  private static Set<String> sets(String text) {
    var kinds = new TreeSet<String>();
    var set = SET.matcher(text);
    while (set.find()) {
      Set<String> of = KINDS.get(set.group(1));
      if (of == null) {
        return ANY;
      }
      kinds.addAll(of);
    }
    if (text.contains("TA1")) {
      kinds.add("acknowledgment");
    }
    return kinds;
  }

  /** The kinds that the lines name; a line that cannot be read speaks of nothing. */
  private static Set<String> records(byte[] bytes) {
    var kinds = new TreeSet<String>();
    new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> record(line, kinds));
    return kinds;
  }

  private static void record(String line, Set<String> kinds) {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean kind = parser.currentName().equals("kind");
        parser.nextToken();
        if (kind) {
          kinds.add(parser.getValueAsString(""));
          return;
        }
        parser.skipChildren();
      }
    } catch (IOException unreadable) {
      // the gateway will say so
    }
  }
}
