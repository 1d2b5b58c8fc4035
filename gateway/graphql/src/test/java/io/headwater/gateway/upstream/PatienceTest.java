package io.headwater.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Duration FLOOR = Duration.ofMillis(800);

  @Test
  void aColdServiceIsGivenTime() {
    assertThat(new Patience(FLOOR).current()).isGreaterThan(Duration.ofSeconds(4));
  }

  @Test
  void aWarmServiceIsWaitedForNoLongerThanSaid() {
    var patience = new Patience(FLOOR);
    for (int i = 0; i < 40; i++) {
      patience.answered(Duration.ofMillis(20));
    }
    assertThat(patience.current()).isEqualTo(FLOOR);
  }

  @Test
  void aSlowButAnsweringServiceEarnsPatience() {
    var patience = new Patience(FLOOR);
    for (int i = 0; i < 40; i++) {
      patience.answered(Duration.ofMillis(1500));
    }
    assertThat(patience.current()).isGreaterThan(Duration.ofMillis(1500));
  }

  @Test
  void aServiceThatWasAwayIsColdAgain() {
    var patience = new Patience(FLOOR);
    for (int i = 0; i < 40; i++) {
      patience.answered(Duration.ofMillis(20));
    }
    patience.refused();

    assertThat(patience.current()).isGreaterThan(Duration.ofSeconds(4));
  }

  @Test
  void patienceHasAnEnd() {
    var patience = new Patience(FLOOR);
    for (int i = 0; i < 40; i++) {
      patience.answered(Duration.ofSeconds(60));
    }
    assertThat(patience.current()).isLessThanOrEqualTo(Duration.ofSeconds(6));
  }
}
