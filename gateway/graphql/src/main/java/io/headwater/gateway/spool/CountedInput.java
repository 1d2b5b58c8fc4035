package io.headwater.gateway.spool;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read. */
final class CountedInput extends FilterInputStream {

  private long read;

  CountedInput(InputStream in) {
    super(in);
  }

  /** How many bytes were read so far. */
  long count() {
    return read;
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    read += one < 0 ? 0 : 1;
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int some = in.read(bytes, offset, length);
    read += Math.max(0, some);
    return some;
  }
}
