package io.headwater.cli.demo;

/**
 * National provider identifiers: nine digits and a check digit, Luhn over {@code 80840} and the
 * ten.
 */
final class Npi {
  private Npi() {}

  /** The identifier that starts with these nine digits. */
  static String of(int nineDigits) {
    for (char check = '0'; check <= '9'; check++) {
      String npi = nineDigits + String.valueOf(check);
      if (holds(npi)) {
        return npi;
      }
    }
    throw new IllegalArgumentException("not nine digits: " + nineDigits);
  }

  /** Whether the check digit is right. */
  static boolean holds(String npi) {
    String digits = "80840" + npi;
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return npi.length() == 10 && sum % 10 == 0;
  }
}
