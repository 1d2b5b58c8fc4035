package io.headwater.vocabulary;

import java.util.Optional;

/**
 * A national provider identifier: ten digits whose last is a Luhn check over {@code 80840} and the
 * rest (45 CFR 162.406).
 */
public record Npi(String value) {

  /** Refuses what is not a valid NPI. */
  public Npi {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a valid NPI");
    }
  }

  /** The NPI written in the text, or empty when its form or check digit is wrong. */
  public static Optional<Npi> parse(String text) {
    return isValid(text) ? Optional.of(new Npi(text)) : Optional.empty();
  }

  /** Whether the text is ten digits with a right check digit. */
  public static boolean isValid(String text) {
    if (text == null || text.length() != 10) {
      return false;
    }
    int sum = 24; // the digits 80840, weighed
    for (int i = 0; i < 10; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
