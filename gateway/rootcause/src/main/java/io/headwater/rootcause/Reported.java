package io.headwater.rootcause;

import java.util.Set;

/**
 * The codes by which the payer said why.
 *
 * @param reasons CARCs of the denied lines
 * @param remarks RARCs of the lines and the claim
 * @param groups group codes of the denying adjustments
 * @param statuses claim status codes of a rejection (277CA STC01-2), empty when it was adjudicated
 * @param entities entities those statuses speak of (STC01-3)
 */
record Reported(
    Set<String> reasons,
    Set<String> remarks,
    Set<String> groups,
    Set<String> statuses,
    Set<String> entities) {

  static final Reported NOTHING = new Reported(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  boolean says(String... codes) {
    for (var code : codes) {
      if (reasons.contains(code) || remarks.contains(code)) {
        return true;
      }
    }
    return false;
  }

  boolean rejected() {
    return !statuses.isEmpty();
  }
}
