package io.headwater.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** Bulk records as NDJSON, a line each. */
final class RecordFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordFile() {}

  static String of(List<Journal.Entry> entries) {
    var text = new StringBuilder();
    for (Journal.Entry entry : entries) {
      text.append(
              json(
                  Fields.of(
                      "kind",
                      entry.kind(),
                      "recordedAt",
                      entry.at(),
                      "record",
                      entry.fields().get())))
          .append('\n');
    }
    return text.toString();
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
