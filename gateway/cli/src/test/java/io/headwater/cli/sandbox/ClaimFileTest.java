package io.headwater.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headwater.cli.client.GatewayProblem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClaimFileTest {

  @Test
  void theSampleSaysWhoPaysWhichClaimsAndWhenItWasSent() {
    var sample = Sample.claims();

    assertThat(sample.payers()).containsExactly("SBXPAY");
    assertThat(sample.claims()).containsExactly("SBX-1001", "SBX-1002");
    assertThat(sample.sentOn()).contains(LocalDate.of(2026, 4, 13));
  }

  @Test
  void anyDelimitersWillDo() {
    var other = Sample.claims().text().replace("~\n", "~").replace('*', '|').replace('~', '!');

    assertThat(ClaimFile.of(other, "it").claims()).containsExactly("SBX-1001", "SBX-1002");
    assertThat(ClaimFile.of(other, "it").payers()).containsExactly("SBXPAY");
  }

  @Test
  void whatHoldsNoClaimIsRefusedInOneLine() {
    assertThatThrownBy(() -> ClaimFile.of("hello", "letter.txt"))
        .isInstanceOf(GatewayProblem.class)
        .hasMessage("letter.txt holds no X12 interchange.");
    var empty = Sample.claims().text().replace("CLM*", "CLN*");
    assertThatThrownBy(() -> ClaimFile.of(empty, "835.x12"))
        .hasMessage("835.x12 holds no claim (837P).");
  }
}
