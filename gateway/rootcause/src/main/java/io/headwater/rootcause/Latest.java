package io.headwater.rootcause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/** Picks from versions the one that was last learned. */
final class Latest {

  private Latest() {}

  /** The last recorded version of every id, in order of first appearance. */
  static <T> List<Recorded<T>> of(List<Recorded<T>> versions) {
    var byId = new LinkedHashMap<String, Recorded<T>>();
    for (var version : versions) {
      byId.merge(version.id(), version, (a, b) -> b.recordedAt().isBefore(a.recordedAt()) ? a : b);
    }
    return List.copyOf(byId.values());
  }

  /**
   * The last recorded version of every id and rule version, so that versions stand side by side.
   */
  static <T> List<Recorded<T>> ofVersions(List<Recorded<T>> versions) {
    var byId = new LinkedHashMap<String, Recorded<T>>();
    for (var version : versions) {
      byId.merge(
          version.id() + "@" + version.version(),
          version,
          (a, b) -> b.recordedAt().isBefore(a.recordedAt()) ? a : b);
    }
    return List.copyOf(byId.values());
  }

  /** Those whose fact satisfies the test. */
  static <T> List<Recorded<T>> where(List<Recorded<T>> records, Predicate<T> test) {
    var found = new ArrayList<Recorded<T>>();
    for (var record : records) {
      if (test.test(record.fact())) {
        found.add(record);
      }
    }
    return found;
  }

  /** The last of a list, or null when it is empty. */
  static <T> T last(List<T> list) {
    return list.isEmpty() ? null : list.getLast();
  }

  /** The first of a list, or null when it is empty. */
  static <T> T first(List<T> list) {
    return list.isEmpty() ? null : list.getFirst();
  }
}
