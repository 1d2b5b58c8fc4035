package io.headwater.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealTest {

  @Test
  void whatIsSealedOpensWithTheSameSecretOnly() {
    String sealed = new Seal("key\nname").close("{\"apiKey\":\"shown once\"}");

    assertThat(sealed).doesNotContain("shown");
    assertThat(new Seal("key\nname").open(sealed)).isEqualTo("{\"apiKey\":\"shown once\"}");
    assertThatThrownBy(() -> new Seal("other").open(sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameAnswerIsNeverSealedTheSame() {
    var seal = new Seal("key");

    assertThat(seal.close("a")).isNotEqualTo(seal.close("a"));
  }
}
