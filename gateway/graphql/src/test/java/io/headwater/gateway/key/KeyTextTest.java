package io.headwater.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTextTest {

  @Test
  void aKeyReadsBackFromItsText() {
    var key = KeyText.random();

    assertThat(KeyText.parse(key.text())).contains(key);
    assertThat(key.text()).startsWith("hw_live_" + key.id() + "_");
  }

  @Test
  void aChangedCharacterIsNoticedWithoutAsking() {
    String text = KeyText.random().text();
    char last = text.charAt(30) == '0' ? '1' : '0';

    assertThat(KeyText.parse(text.substring(0, 30) + last + text.substring(31))).isEmpty();
  }

  @Test
  void otherTextsAreNoKeys() {
    assertThat(KeyText.parse(null)).isEmpty();
    assertThat(KeyText.parse("")).isEmpty();
    assertThat(KeyText.parse("hw_live_")).isEmpty();
    assertThat(KeyText.parse("x".repeat(KeyText.random().text().length()))).isEmpty();
  }

  @Test
  void theSecretIsNeverPrinted() {
    var key = KeyText.random();

    assertThat(key.toString()).doesNotContain(key.secret());
    assertThat(key.hash()).hasSize(32);
  }
}
