package io.headwater.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.headwater.vocabulary.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  List<Fact> own(Owner owner, ByteBuffer ndjson) {
    try (var lines =
        reader.<Fact>readValues(ndjson.array(), ndjson.position(), ndjson.remaining())) {
      return lines.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(owner + " answered what is no list of facts", e);
    }
  }

  /** A fact a line, each shared by all who are answered the same line. */
  List<Fact> shared(Owner owner, ByteBuffer ndjson) {
    var facts = new ArrayList<Fact>();
    try {
      for (var line : lines(ndjson)) {
        facts.add(memory.read(line.array(), line.position(), line.remaining()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(owner + " answered what is no list of facts", e);
    }
    return facts;
  }

  /** An outline a line: {@code {"outline":"kind","rows":[...]}}. */
  static List<Outlined> outlines(byte[] ndjson) {
    return lines(ByteBuffer.wrap(ndjson)).stream().map(FactLines::outlined).toList();
  }

  private static Outlined outlined(ByteBuffer line) {
    byte[] text = line.array();
    int kind = line.position() + OUTLINE.length;
    int quote = kind;
    while (text[quote] != '"') {
      quote++;
    }
    int rows = quote;
    while (text[rows] != '[') {
      rows++;
    }
    int close = line.limit();
    while (text[close - 1] != ']') {
      close--;
    }
    return new Outlined(
        new String(text, kind, quote - kind, StandardCharsets.US_ASCII),
        ByteBuffer.wrap(text, rows + 1, close - rows - 2));
  }

  private static List<ByteBuffer> lines(ByteBuffer ndjson) {
    var lines = new ArrayList<ByteBuffer>();
    byte[] text = ndjson.array();
    for (int from = ndjson.position(); from < ndjson.limit(); ) {
      int end = from;
      while (end < ndjson.limit() && text[end] != '\n') {
        end++;
      }
      if (end > from) {
        lines.add(ByteBuffer.wrap(text, from, end - from));
      }
      from = end + 1;
    }
    return lines;
  }
}
