package io.headwater.x12.token;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream read through a window, so that one may look ahead without holding the file. */
final class ByteWindow {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private byte[] bytes = new byte[CHUNK];
  private int start;
  private int end;
  private long passed;
  private boolean exhausted;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  /** The byte at an offset ahead, or -1 after the end. */
  int peek(int offset) throws IOException {
    return offset < end - start || fill(offset + 1) ? bytes[start + offset] & 0xFF : -1;
  }

  /** The place in the stream of the byte that comes next, from 1. */
  long position() {
    return passed + start + 1;
  }

  /** Takes one byte, or -1 after the end. */
  int take() throws IOException {
    if (start == end && !fill(1)) {
      return -1;
    }
    return bytes[start++] & 0xFF;
  }

  /** Passes over bytes that were peeked. */
  void skip(int count) {
    start += count;
  }

  /** Gives back the byte that was taken last, once. */
  void back() {
    start--;
  }

  private boolean fill(int wanted) throws IOException {
    if (start > 1) {
      var gone = start - 1;
      System.arraycopy(bytes, gone, bytes, 0, end - gone);
      end -= gone;
      start = 1;
      passed += gone;
    }
    if (start + wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, Integer.highestOneBit(start + wanted) << 1);
    }
    while (end - start < wanted && !exhausted) {
      var read = in.read(bytes, end, bytes.length - end);
      if (read < 0) {
        exhausted = true;
      } else {
        end += read;
      }
    }
    return end - start >= wanted;
  }
}
