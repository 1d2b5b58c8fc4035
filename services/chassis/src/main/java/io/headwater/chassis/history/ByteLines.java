package io.headwater.chassis.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, as the bytes they are. */
final class ByteLines implements AutoCloseable {

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private int position;
  private int end;
  private int number;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /** The number of the line last given, from 1. */
  int number() {
    return number;
  }

  /** The next line without its end, or null after the last. */
  byte[] next() throws IOException {
    begun.reset();
    while (true) {
      int from = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      if (position < end) {
        number++;
        int to = position++;
        return begun.size() == 0 ? Arrays.copyOfRange(buffer, from, to) : whole(from, to);
      }
      begun.write(buffer, from, end - from);
      position = 0;
      end = Math.max(0, in.read(buffer));
      if (end == 0) {
        number++;
        return begun.size() == 0 ? null : begun.toByteArray();
      }
    }
  }

  private byte[] whole(int from, int to) {
    begun.write(buffer, from, to - from);
    return begun.toByteArray();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
