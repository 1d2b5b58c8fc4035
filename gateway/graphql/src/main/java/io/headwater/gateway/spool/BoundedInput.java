package io.headwater.gateway.spool;

import io.headwater.gateway.problem.ProblemKind;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Refuses to go on beyond the largest body that is read, and beyond what an honest gzip unpacks to:
 * X12 shrinks to a tenth or a thirtieth, a bomb to a thousandth.
 */
final class BoundedInput extends FilterInputStream {

  private static final long LARGEST = 8L << 30;
  private static final long FREE = 16L << 20;
  private static final long MOST_TIMES = 150;

  private final CountedInput packed;
  private long read;

  BoundedInput(InputStream in, CountedInput packed) {
    super(in);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int one = guarded(() -> in.read());
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int some = guarded(() -> in.read(bytes, offset, length));
    count(Math.max(some, 0));
    return some;
  }

  private void count(int some) {
    read += some;
    if (read > LARGEST) {
      throw ProblemKind.BODY_TOO_LARGE.problem();
    }
    if (read > FREE && read / MOST_TIMES > packed.count()) {
      throw ProblemKind.BODY_TOO_LARGE.with(
          "the gzip unpacks to more than " + MOST_TIMES + " times its size");
    }
  }

  private interface Reading {
    int read() throws IOException;
  }

  private static int guarded(Reading reading) throws IOException {
    try {
      return reading.read();
    } catch (ZipException | EOFException e) {
      throw ProblemKind.BODY_UNREADABLE.with("the gzip is damaged");
    }
  }
}
