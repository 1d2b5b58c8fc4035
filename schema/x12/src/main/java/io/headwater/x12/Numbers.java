package io.headwater.x12;

/** Control numbers and counts as senders write them: leading zeros mean nothing. */
final class Numbers {
  private Numbers() {}

  /** Whether two are the same number, or the same text. */
  static boolean same(String one, String other) {
    return one != null && other != null && bare(one).equals(bare(other));
  }

  /** A count for a message; anything but digits is not repeated. */
  static String shown(String count) {
    return count != null && count.matches("\\d{1,10}") ? count : "no number of";
  }

  private static String bare(String number) {
    var start = 0;
    while (start < number.length() - 1 && number.charAt(start) == '0') {
      start++;
    }
    return number.substring(start);
  }
}
