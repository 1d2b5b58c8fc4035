package io.headwater.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service answered to one question.
 *
 * @param facts all versions of what the rounds led to
 * @param outlines what was asked for in outline, as it came
 */
public record Answered(List<Fact> facts, List<Outlined> outlines) {

  /** The records of a kind in outline, each once for every outline that found it. */
  public <T> List<T> outlined(String kind, ObjectReader reader) {
    var records = new ArrayList<T>();
    for (var outline : outlines) {
      if (outline.kind().equals(kind)) {
        records.addAll(outline.read(reader));
      }
    }
    return records;
  }

  /**
   * Many records of one kind.
   *
   * @param kind of this kind
   * @param rows an array of records in JSON
   */
  public record Outlined(String kind, ByteBuffer rows) {

    private <T> List<T> read(ObjectReader reader) {
      try (var records =
          reader.<T>readValues(
              rows.array(), rows.arrayOffset() + rows.position(), rows.remaining())) {
        return records.readAll();
      } catch (IOException e) {
        throw new UncheckedIOException("an outline of " + kind + " is not readable", e);
      }
    }
  }
}
