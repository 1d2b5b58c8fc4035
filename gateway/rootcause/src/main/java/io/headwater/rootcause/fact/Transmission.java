package io.headwater.rootcause.fact;

import java.time.LocalDate;

/** The control numbers a claim was sent under (X12 ISA13, GS06, ST02, BHT03). */
public record Transmission(String interchange, String group, String transaction, String batch) {
  private static final int DAYS = 30;

  /**
   * Whether an acknowledgment that names no claim speaks of what was sent so: of its transaction
   * set, of its whole group (a 999 without AK2), of its interchange (TA1), or of its batch (a 277CA
   * that refuses all of it). Such numbers come again over the years, so but for the transaction set
   * they count for thirty days.
   *
   * @param sentOn the day it was sent, null where unknown
   */
  public boolean answeredBy(Acknowledgment answer, LocalDate sentOn) {
    if (answer.functionalId() != null && !answer.functionalId().equals("HC")) {
      return false;
    }
    if (answer.batch() != null) {
      return answer.batch().equals(batch) && near(answer, sentOn);
    }
    if (answer.group() == null) {
      return "TA1".equals(answer.type())
          && same(interchange, answer.interchange())
          && near(answer, sentOn);
    }
    if (!same(group, answer.group())) {
      return false;
    }
    return answer.transaction() == null
        ? near(answer, sentOn)
        : transaction == null || same(transaction, answer.transaction());
  }

  private static boolean near(Acknowledgment answer, LocalDate sentOn) {
    return sentOn == null
        || answer.receivedOn() == null
        || !answer.receivedOn().isBefore(sentOn.minusDays(1))
            && !answer.receivedOn().isAfter(sentOn.plusDays(DAYS));
  }

  /** Whether two numbers are the same but for leading zeros. */
  private static boolean same(String one, String other) {
    return one != null
        && other != null
        && one.length() - zeros(one) == other.length() - zeros(other)
        && one.regionMatches(zeros(one), other, zeros(other), one.length() - zeros(one));
  }

  private static int zeros(String number) {
    int zeros = 0;
    while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }
}
