package io.headwater.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NpiTest {
  @Test
  void the_reference_number_holds_and_its_neighbor_does_not() {
    assertThat(Npi.holds("1234567893")).isTrue();
    assertThat(Npi.holds("1234567890")).isFalse();
  }

  @Test
  void nine_digits_get_the_tenth() {
    assertThat(Npi.of(190000020)).isEqualTo("1900000203");
  }
}
