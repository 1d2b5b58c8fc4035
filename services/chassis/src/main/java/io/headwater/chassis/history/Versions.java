package io.headwater.chassis.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The versions of one fact, and what each can be found by: what it holds, and what those hold that
 * were learned before it.
 */
final class Versions {

  private final Set<String> hashes = new HashSet<>();
  private final List<Version> all = new ArrayList<>();
  private int highest;

  /** A version, when it was learned, and its own keys as {@code name=value}. */
  private record Version(int number, Instant since, List<String> keys) {
    boolean isAfter(Version other) {
      int order = since.compareTo(other.since);
      return order > 0 || order == 0 && number > other.number;
    }
  }

  /**
   * A row of keys.
   *
   * @param version that it leads to
   * @param since when that was learned
   * @param key as {@code name=value}
   */
  record KeyRow(int version, Instant since, String key) {}

  /** Whether the fact is known word for word, by its hash. */
  boolean has(String hash) {
    return hashes.contains(hash);
  }

  /** The number that the next version gets. */
  int next() {
    return highest + 1;
  }

  /** A version that is known already. */
  void known(int number, String hash, Instant since, List<String> keys) {
    highest = Math.max(highest, number);
    hashes.add(hash);
    all.add(new Version(number, since, keys));
  }

  /**
   * A new version.
   *
   * @return what leads to it, and what it adds to those that stand but were learned after it
   */
  List<KeyRow> added(String hash, Instant since, List<String> keys) {
    var fresh = new Version(next(), since, keys);
    var rows = new ArrayList<KeyRow>();
    for (var later : all) {
      if (later.isAfter(fresh)) {
        var led = leadingTo(later);
        keys.stream()
            .filter(key -> !led.contains(key))
            .forEach(key -> rows.add(new KeyRow(later.number(), later.since(), key)));
      }
    }
    known(fresh.number(), hash, since, keys);
    leadingTo(fresh).forEach(key -> rows.add(new KeyRow(fresh.number(), since, key)));
    return rows;
  }

  private Set<String> leadingTo(Version version) {
    var keys = new LinkedHashSet<>(version.keys());
    for (var other : all) {
      if (version.isAfter(other)) {
        keys.addAll(other.keys());
      }
    }
    return keys;
  }
}
