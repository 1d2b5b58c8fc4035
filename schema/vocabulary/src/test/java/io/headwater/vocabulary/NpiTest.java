package io.headwater.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NpiTest {

  @Test
  void theReferenceVectorIsValid() {
    assertThat(Npi.isValid("1234567893")).isTrue();
    assertThat(Npi.isValid("1900000203")).isTrue();
  }

  @Test
  void aWrongCheckDigitALetterAndAWrongLengthAreNot() {
    assertThat(Npi.isValid("1234567890")).isFalse();
    assertThat(Npi.isValid("123456789A")).isFalse();
    assertThat(Npi.isValid("123456789")).isFalse();
    assertThat(Npi.parse(null)).isEmpty();
  }
}
