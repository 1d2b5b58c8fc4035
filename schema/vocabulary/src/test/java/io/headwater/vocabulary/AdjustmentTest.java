package io.headwater.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustmentTest {

  @Test
  void aDeductibleAndAContractualReductionAreNoDenial() {
    var reduction = new Adjustment("CO", "45", new BigDecimal("47.00"));
    var deductible = new Adjustment("PR", "1", new BigDecimal("138.00"));
    assertThat(Adjustment.denied(BigDecimal.ZERO, List.of(reduction, deductible))).isFalse();
  }

  @Test
  void anUnpaidLineWithAnotherReasonIsDenied() {
    var absent = new Adjustment("CO", "197", new BigDecimal("185.00"));
    assertThat(Adjustment.denied(BigDecimal.ZERO, List.of(absent))).isTrue();
    assertThat(Adjustment.denied(new BigDecimal("20"), List.of(absent))).isFalse();
  }

  @Test
  void everyCauseIsFoundByItsCode() {
    for (var cause : Cause.values()) {
      assertThat(Cause.of(cause.code())).contains(cause);
      assertThat(cause.code()).isEqualTo(cause.name().replaceFirst("_", "."));
    }
  }
}
