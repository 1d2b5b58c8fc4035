package io.headwater.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.headwater.vocabulary.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what a service answers to a question: lines of JSON. */
final class FactLines {

  private static final byte[] OUTLINE = "{\"outline\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final long BYTES_REMEMBERED = 3 << 20;

  private final ObjectReader reader;
  private final TextMemory<Fact> memory;

  FactLines(ObjectMapper json) {
    this.reader = json.readerFor(Fact.class);
    this.memory = new TextMemory<>(BYTES_REMEMBERED, reader::readValue);
  }

  /** A fact a line, read for the caller alone. */
  List<Fact> own(Owner owner, byte[] ndjson) {
    try (var lines = reader.<Fact>readValues(ndjson)) {
      return lines.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(owner + " answered what is no list of facts", e);
    }
  }

  /**
   * A fact a line, and outlines, a line each. The records are shared by all who are answered the
   * same line.
   */
  Answered shared(Owner owner, byte[] ndjson) {
    var facts = new ArrayList<Fact>();
    var outlines = new ArrayList<Answered.Outlined>();
    try {
      for (int from = 0; from < ndjson.length; ) {
        int end = from;
        while (end < ndjson.length && ndjson[end] != '\n') {
          end++;
        }
        if (startsWith(ndjson, from, OUTLINE)) {
          outlines.add(outlined(ndjson, from, end));
        } else if (end > from) {
          facts.add(memory.read(ndjson, from, end - from));
        }
        from = end + 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(owner + " answered what is no list of facts", e);
    }
    return new Answered(facts, outlines);
  }

  /** The line is {@code {"outline":"kind","rows":[...]}}. */
  private static Answered.Outlined outlined(byte[] ndjson, int from, int end) {
    int kind = from + OUTLINE.length;
    int quote = kind;
    while (ndjson[quote] != '"') {
      quote++;
    }
    int rows = quote;
    while (ndjson[rows] != '[') {
      rows++;
    }
    int close = end;
    while (ndjson[close - 1] != ']') {
      close--;
    }
    return new Answered.Outlined(
        new String(ndjson, kind, quote - kind, StandardCharsets.US_ASCII),
        ByteBuffer.wrap(ndjson, rows + 1, close - rows - 2));
  }

  private static boolean startsWith(byte[] text, int from, byte[] prefix) {
    return from + prefix.length <= text.length
        && Arrays.equals(text, from, from + prefix.length, prefix, 0, prefix.length);
  }
}
