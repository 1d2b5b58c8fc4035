package io.headwater.gateway.record;

import io.headwater.gateway.problem.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of bytes, counted; a line has a greatest length, so that no body can fill the heap. */
final class LineReader {

  private static final int LONGEST = 4 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;
  private long number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The number of the line last given, from 1. */
  long number() {
    return number;
  }

  /** The next line without its end, or null after the last. */
  byte[] next() throws IOException {
    var line = new ByteArrayOutputStream(512);
    while (true) {
      if (position == end) {
        end = Math.max(0, in.read(buffer));
        position = 0;
        if (end == 0) {
          return line.size() == 0 ? null : finished(line);
        }
      }
      int from = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      line.write(buffer, from, position - from);
      if (line.size() > LONGEST) {
        throw ProblemKind.BODY_TOO_LARGE.with("line " + (number + 1));
      }
      if (position < end) {
        position++;
        return finished(line);
      }
    }
  }

  private byte[] finished(ByteArrayOutputStream line) {
    number++;
    byte[] bytes = line.toByteArray();
    boolean marked =
        number == 1
            && bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  /** Whether there is nothing but white space on the line. */
  static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
