package io.headwater.rootcause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/** Picks from versions the one that was last learned. */
final class Latest {

  /** So many versions are sooner compared with one another than put into a table. */
  private static final int FEW = 8;

  private Latest() {}

  /** The last recorded version of every id, in order of first appearance. */
  static <T> List<Recorded<T>> of(List<Recorded<T>> versions) {
    if (distinct(versions)) {
      return List.copyOf(versions);
    }
    var byId = new LinkedHashMap<String, Recorded<T>>();
    for (var version : versions) {
      byId.merge(version.id(), version, (a, b) -> b.recordedAt().isBefore(a.recordedAt()) ? a : b);
    }
    return List.copyOf(byId.values());
  }

  /** Whether each of a few versions is of an id of its own; false where that is not looked for. */
  private static <T> boolean distinct(List<Recorded<T>> versions) {
    if (versions.size() > FEW) {
      return false;
    }
    for (int i = 1; i < versions.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (versions.get(i).id().equals(versions.get(j).id())) {
          return false;
        }
      }
    }
    return true;
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
    List<Recorded<T>> found = null;
    for (int i = 0; i < records.size(); i++) {
      if (test.test(records.get(i).fact())) {
        found = found == null ? new ArrayList<>(records.size() - i) : found;
        found.add(records.get(i));
      }
    }
    return found == null ? List.of() : found;
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
