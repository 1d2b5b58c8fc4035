package io.headwater.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was read once is not read again. */
class TextMemoryTest {

  private final AtomicInteger read = new AtomicInteger();
  private final TextMemory<String> memory =
      new TextMemory<>(
          1 << 20,
          (text, from, length) -> {
            read.incrementAndGet();
            return new String(text, from, length, StandardCharsets.UTF_8);
          });

  @Test
  void theSameTextIsReadOnceWhereverItStands() throws IOException {
    String first = memory.read(bytes("..one.."), 2, 3);

    assertThat(memory.read(bytes("one"), 0, 3)).isSameAs(first).isEqualTo("one");
    assertThat(read).hasValue(1);
  }

  @Test
  void whatIsRememberedDoesNotChangeWithTheTextItWasReadFrom() throws IOException {
    byte[] text = bytes("one");
    memory.read(text, 0, 3);
    text[0] = 'O';

    assertThat(memory.read(text, 0, 3)).isEqualTo("One");
    assertThat(memory.read(bytes("one"), 0, 3)).isEqualTo("one");
    assertThat(read).hasValue(2);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
