package io.headwater.rootcause.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A claim went out as CLM-2026-000417; what may come back. */
class ControlNumbersTest {

  private static final String OWN = "CLM-2026-000417";

  @Test
  void caseDashesAndZerosInFrontDoNotMatter() {
    assertThat(ControlNumbers.resembles("clm2026000417", OWN)).isTrue();
    assertThat(ControlNumbers.resembles("CLM 2026 000417", OWN)).isTrue();
    assertThat(ControlNumbers.resembles("417", "000417")).isTrue();
    assertThat(ControlNumbers.resembles("00000417", "417")).isTrue();
  }

  @Test
  void aNumberMayBeCutAtEitherEnd() {
    assertThat(ControlNumbers.resembles("CLM-2026-00", OWN)).isTrue();
    assertThat(ControlNumbers.resembles("26-000417", OWN)).isTrue();
  }

  @Test
  void whatIsLeftMustBeLongEnoughToMeanAnything() {
    assertThat(ControlNumbers.resembles("CLM-2", OWN)).isFalse();
    assertThat(ControlNumbers.resembles("417", OWN)).isFalse();
    assertThat(ControlNumbers.resembles("", OWN)).isFalse();
    assertThat(ControlNumbers.resembles("9", "")).isFalse();
  }

  @Test
  void anotherClaimIsAnotherClaim() {
    assertThat(ControlNumbers.resembles("CLM-2026-000418", OWN)).isFalse();
    assertThat(ControlNumbers.resembles("2026091X55", OWN)).isFalse();
  }

  @Test
  void theFormsOfANumberThatIsSentBackWhole() {
    assertThat(ControlNumbers.spellings("00-ab-7"))
        .containsExactlyInAnyOrder("00-ab-7", "00-AB-7", "00ab7", "00AB7", "-ab-7", "AB7");
    assertThat(ControlNumbers.spellings("417")).containsExactly("417");
  }
}
