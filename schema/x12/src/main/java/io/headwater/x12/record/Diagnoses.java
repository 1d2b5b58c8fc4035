package io.headwater.x12.record;

import java.util.List;

/** ICD-10-CM codes between the form of X12, without a dot, and that of billers. */
public final class Diagnoses {
  private Diagnoses() {}

  /**
   * {@code F411} becomes {@code F41.1}; what has a dot, or no more than three characters, stays.
   */
  public static String dotted(String code) {
    return code == null || code.length() <= 3 || code.indexOf('.') >= 0
        ? code
        : code.substring(0, 3) + "." + code.substring(3);
  }

  /** Each code dotted. */
  public static List<String> dotted(List<String> codes) {
    return codes.stream().map(Diagnoses::dotted).toList();
  }

  /** {@code F41.1} becomes {@code F411}, as X12 carries it. */
  public static String undotted(String code) {
    return code.replace(".", "");
  }
}
