package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;

/** Worlds in which a defect is simply not there. */
final class Cured {

  private Cured() {}

  static java.util.Set<Cause> with(World x, Cause cause) {
    var set = java.util.EnumSet.of(cause);
    set.addAll(x.cured);
    return set;
  }

  static World of(World x, Cause cause) {
    x.cured = with(x, cause);
    return x;
  }
}
