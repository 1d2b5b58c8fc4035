package io.headwater.rootcause;

import io.headwater.vocabulary.Adjustment;
import io.headwater.vocabulary.Cause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The codes by which a payer denies for a broken rule: who bears it, the reason (CARC) and its
 * remarks (RARC).
 */
record DenialCodes(String group, String reason, List<String> remarks) {
  /** What payers say when they say little, the commonest first. */
  private static final List<String> VAGUE =
      List.of("197", "96", "16", "242", "27", "26", "109", "50", "151", "97", "185", "252", "A1");

  private static final String DUPLICATE = "18";

  /** Reasons for which nobody in the practice answers: the patient bears them. */
  private static final Set<String> OF_THE_PATIENT = Set.of("26", "27", "119", "204");

  /** Reasons that are of neither contract nor patient. */
  private static final Set<String> OF_OTHERS = Set.of(DUPLICATE, "22");

  /** The remark of a reason that must not stand without one, where the rule names none. */
  private static final Map<String, String> REMARKS =
      Map.of("129", "N4", "226", "N706", "251", "N706", "252", "N706");

  /** The codes that say it precisely. */
  static DenialCodes precise(Violation violation) {
    var reason = violation.reason == null ? "96" : violation.reason;
    var remarks = violation.remarks;
    if (remarks.isEmpty() && REMARKS.containsKey(reason)) {
      remarks = List.of(REMARKS.get(reason));
    }
    return new DenialCodes(group(reason), reason, remarks);
  }

  /**
   * A code that may mean it and means something else first, without a remark. A duplicate has no
   * other name.
   */
  static DenialCodes vague(Violation violation) {
    if (DUPLICATE.equals(violation.reason)) {
      return precise(violation);
    }
    for (var reason : VAGUE) {
      if (!reason.equals(violation.reason) && loosely(reason, violation.cause)) {
        return new DenialCodes(group(reason), reason, List.of());
      }
    }
    return new DenialCodes("CO", "A1", List.of());
  }

  private static boolean loosely(String reason, Cause cause) {
    var said = new Reported(Set.of(reason), Set.of(), Set.of(), Set.of(), Set.of());
    return Family.of(said).contains(cause) && !Family.precise(said, cause);
  }

  private static String group(String reason) {
    return OF_THE_PATIENT.contains(reason) ? "PR" : OF_OTHERS.contains(reason) ? "OA" : "CO";
  }

  /** The adjustment that takes a whole charge. */
  Adjustment of(BigDecimal charge) {
    return new Adjustment(group, reason, charge);
  }
}
