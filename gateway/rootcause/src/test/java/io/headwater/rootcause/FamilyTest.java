package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.vocabulary.Cause;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FamilyTest {

  @Test
  void anEmptyReasonIsReadByItsRemark() {
    assertThat(Family.of(said(Set.of("16"), Set.of("N290"))))
        .contains(Cause.BILL_NPI_MISSING, Cause.CRED_SUPERVISION_SETUP)
        .doesNotContain(Cause.AUTH_NOT_ON_CLAIM);
    assertThat(Family.of(said(Set.of("16"), Set.of()))).contains(Cause.AUTH_NOT_ON_CLAIM);
  }

  @Test
  void codesUnknownToUsNameNoCauseAndBreakNothing() {
    assertThat(Family.of(said(Set.of("9999"), Set.of("ZZ1")))).isEmpty();
  }

  @Test
  void thePreciseCodeOfACauseIsKnown() {
    assertThat(Family.precise(said(Set.of("296"), Set.of()), Cause.AUTH_SCOPE_PROVIDER)).isTrue();
    assertThat(Family.precise(said(Set.of("197"), Set.of()), Cause.AUTH_SCOPE_PROVIDER)).isFalse();
  }

  @Test
  void anAlertGuidesAndIsNeverTheReason() {
    assertThat(Family.of(said(Set.of("27"), Set.of("N687")))).startsWith(Cause.ELIG_RETRO_TERM);
    assertThat(Family.of(said(Set.of("197"), Set.of("N687"))))
        .doesNotContain(Cause.ELIG_RETRO_TERM);
    assertThat(Family.of(said(Set.of("16"), Set.of("N193"))))
        .contains(Cause.AUTH_NOT_ON_CLAIM)
        .doesNotContain(Cause.ELIG_WRONG_PLAN_MCO);
  }

  @Test
  void theUnusualIsNotedAndNotLost() {
    assertThat(Family.of(said(Set.of("15"), Set.of()))).contains(Cause.AUTH_NUMBER_TYPO);
    assertThat(Family.oddities(said(Set.of("15"), Set.of()))).hasSize(1);
    assertThat(Family.oddities(said(Set.of("18"), Set.of()))).hasSize(1);
    assertThat(Family.oddities(said(Set.of("16"), Set.of("MA130")))).hasSize(1);
    assertThat(
            Family.oddities(
                new Reported(Set.of("197"), Set.of(), Set.of("CR"), Set.of(), Set.of())))
        .hasSize(1);
    assertThat(Family.oddities(said(Set.of("197"), Set.of()))).isEmpty();
  }

  private static Reported said(Set<String> reasons, Set<String> remarks) {
    return new Reported(reasons, remarks, Set.of("CO"), Set.of(), Set.of());
  }
}
