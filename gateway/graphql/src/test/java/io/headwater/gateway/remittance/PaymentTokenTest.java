package io.headwater.gateway.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentTokenTest {

  @Test
  void anIdThatAPathCanHoldStandsAsItIs() {
    assertThat(PaymentToken.of("NSH01-TR1-2026-03-02-CLM-1--4-2026-02-10-185.00-1"))
        .isEqualTo("NSH01-TR1-2026-03-02-CLM-1--4-2026-02-10-185.00-1");
  }

  @Test
  void anyOtherComesBackAsItWent() {
    for (String id : new String[] {"A/B;C", "~A", "Ünïque 1", "a%2Fb"}) {
      assertThat(PaymentToken.of(id)).matches("~[A-Za-z0-9_-]+");
      assertThat(PaymentToken.parse(PaymentToken.of(id))).isEqualTo(id);
    }
  }
}
