package io.headwater.chassis.history;

import java.util.Comparator;

/** The stored identity of a fact, in the order in which answers list them. */
record FactId(String kind, String id) implements Comparable<FactId> {

  private static final Comparator<FactId> ORDER =
      Comparator.comparing(FactId::kind).thenComparing(FactId::id);

  @Override
  public int compareTo(FactId other) {
    return ORDER.compare(this, other);
  }
}
