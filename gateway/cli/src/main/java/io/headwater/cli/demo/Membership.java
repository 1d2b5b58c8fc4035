package io.headwater.cli.demo;

import java.time.LocalDate;

/** A patient's membership of a plan, as the office keyed it. */
record Membership(
    String coverageId,
    Patient patient,
    Payer payer,
    String memberId,
    String group,
    LocalDate effective) {
  Membership withMemberId(String other) {
    return new Membership(coverageId, patient, payer, other, group, effective);
  }

  /** The same id with two neighboring digits swapped, as a hurried hand would key it. */
  String transposed() {
    return transposed(memberId);
  }

  static String transposed(String number) {
    for (int i = number.length() - 2; i > 0; i--) {
      char left = number.charAt(i);
      char right = number.charAt(i + 1);
      if (left != right && Character.isDigit(left) && Character.isDigit(right)) {
        return number.substring(0, i) + right + left + number.substring(i + 2);
      }
    }
    throw new IllegalArgumentException("all digits alike");
  }
}
