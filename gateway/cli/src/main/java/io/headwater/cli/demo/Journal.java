package io.headwater.cli.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the office came to know outside X12, and when: the lines of the bulk records. */
final class Journal {
  /** One record; its fields are asked for last, when every claim has its number. */
  record Entry(Instant at, String kind, Supplier<Map<String, Object>> fields) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(Instant at, String kind, Map<String, Object> fields) {
    later(at, kind, () -> fields);
  }

  void later(Instant at, String kind, Supplier<Map<String, Object>> fields) {
    entries.add(new Entry(at, kind, fields));
  }

  /** In the order in which it became known. */
  List<Entry> entries() {
    return entries.stream().sorted(Comparator.comparing(Entry::at)).toList();
  }
}
