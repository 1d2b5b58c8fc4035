package io.headwater.gateway.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {

  private final Numbers numbers =
      new Numbers(List.of("CLM-2026-0417", "CLM-2026-0431", "000099", "VISIT-7"));

  @Test
  void aMangledNumberMayBeAnyClaimThatItWasCutFrom() {
    assertThat(numbers.like("clm-2026-04")).containsExactly("CLM-2026-0417", "CLM-2026-0431");
    assertThat(numbers.like("2026-0431")).containsExactly("CLM-2026-0431");
    assertThat(numbers.like("visit7")).containsExactly("VISIT-7");
    assertThat(numbers.like("99")).containsExactly("000099");
  }

  @Test
  void aStrangeOneIsLikeNone() {
    assertThat(numbers.like("77120094")).isEmpty();
    assertThat(numbers.like("CLM")).isEmpty();
    assertThat(numbers.isClaim("VISIT-7")).isTrue();
    assertThat(numbers.isClaim("visit7")).isFalse();
  }
}
