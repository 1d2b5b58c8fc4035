package io.headwater.gateway.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Many records of one kind, of each some fields.
 *
 * @param kind of this kind
 * @param rows records in JSON, parted by {@code ,} and a tab, which stands nowhere else
 */
public record Outlined(String kind, ByteBuffer rows) {

  /** The records of a kind in outline, each once for every outline that found it. */
  public static <T> List<T> records(List<Outlined> outlines, String kind, TextMemory<T> memory) {
    var records = new ArrayList<T>();
    for (var outline : outlines) {
      if (outline.kind().equals(kind)) {
        outline.read(memory, records);
      }
    }
    return records;
  }

  private <T> void read(TextMemory<T> memory, List<T> into) {
    byte[] text = rows.array();
    int end = rows.arrayOffset() + rows.limit();
    try {
      for (int from = rows.arrayOffset() + rows.position(); from < end; ) {
        int tab = from;
        while (tab < end && text[tab] != '\t') {
          tab++;
        }
        into.add(memory.read(text, from, (tab < end ? tab - 1 : end) - from));
        from = tab + 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an outline of " + kind + " is not readable", e);
    }
  }
}
