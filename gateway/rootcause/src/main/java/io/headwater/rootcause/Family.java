package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which causes a payer usually means by its codes together. */
final class Family {
  /** Reasons that say nothing without their remark. */
  private static final Set<String> EMPTY_REASONS = Set.of("16", "96", "A1");

  /** Groups that a payer may use (CAS01 of a 5010 835). */
  private static final Set<String> GROUPS = Set.of("CO", "OA", "PI", "PR");

  private Family() {}

  /**
   * The causes that the codes may mean, likeliest first; empty when the codes are unknown to us. An
   * alert only moves to the front what the other codes may mean; it speaks for itself where there
   * are no others.
   */
  static Set<Cause> of(Reported reported) {
    var found = new LinkedHashSet<Cause>();
    for (var remark : reported.remarks()) {
      if (!Codes.alert(remark)) {
        found.addAll(Codes.causesOfRemark(remark));
      }
    }
    for (var reason : reported.reasons()) {
      if (!EMPTY_REASONS.contains(reason) || found.isEmpty()) {
        found.addAll(Codes.causesOfReason(reason));
      }
    }
    for (var status : reported.statuses()) {
      for (var entity : reported.entities()) {
        found.addAll(Codes.causesOfStatus(status + ":" + entity));
      }
      found.addAll(Codes.causesOfStatus(status));
    }
    var guided = guided(reported);
    if (guided.isEmpty()) {
      return found;
    }
    if (reported.reasons().isEmpty() && found.isEmpty()) {
      return guided;
    }
    guided.retainAll(found);
    guided.addAll(found);
    return guided;
  }

  private static Set<Cause> guided(Reported reported) {
    var guided = new LinkedHashSet<Cause>();
    for (var remark : reported.remarks()) {
      if (Codes.alert(remark)) {
        guided.addAll(Codes.causesOfRemark(remark));
      }
    }
    return guided;
  }

  /** Whether the payer used only reasons that need a remark, and sent none. */
  static boolean bare(Reported reported) {
    return !reported.reasons().isEmpty()
        && EMPTY_REASONS.containsAll(reported.reasons())
        && reported.remarks().isEmpty();
  }

  /** Whether a code that the payer used means this cause before any other. */
  static boolean precise(Reported reported, Cause cause) {
    for (var reason : reported.reasons()) {
      if (first(Codes.causesOfReason(reason)) == cause) {
        return true;
      }
    }
    for (var remark : reported.remarks()) {
      if (first(Codes.causesOfRemark(remark)) == cause) {
        return true;
      }
    }
    return false;
  }

  private static Cause first(List<Cause> causes) {
    return causes.isEmpty() ? null : causes.getFirst();
  }

  /**
   * What is unusual in how the payer used its codes, each in a sentence: a retired code, a group
   * that no longer exists or does not go with the reason, a reason that says nothing without a
   * remark.
   */
  static List<String> oddities(Reported reported) {
    var odd = new ArrayList<String>();
    for (var reason : reported.reasons()) {
      if (Codes.reason(reason).filter(Codes.Code::retired).isPresent()) {
        odd.add("Reason " + reason + " is retired.");
      }
      if (EMPTY_REASONS.contains(reason) && reported.remarks().stream().allMatch(Codes::alert)) {
        odd.add("Reason " + reason + " says nothing without a remark, and none was given.");
      }
    }
    for (var group : reported.groups()) {
      if (!group.isEmpty() && !GROUPS.contains(group)) {
        odd.add("Group " + group + " is none of a present remittance.");
      }
    }
    if (reported.reasons().equals(Set.of("18")) && reported.groups().contains("CO")) {
      odd.add("An exact duplicate goes with group OA, and CO was sent.");
    }
    return odd;
  }
}
