package io.headwater.x12.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of the segment at hand; ASCII mostly, else UTF-8, else Latin-1. */
final class SegmentText {
  private byte[] bytes = new byte[1024];
  private int length;
  private boolean ascii = true;

  void clear() {
    length = 0;
    ascii = true;
  }

  void add(int... values) {
    for (var value : values) {
      add(value);
    }
  }

  void add(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) value;
    ascii &= value < 0x80;
  }

  int length() {
    return length;
  }

  boolean blank() {
    return string().isBlank();
  }

  String string() {
    if (ascii) {
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
  }
}
