package io.headwater.gateway.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a channel from its beginning, with a position of its own; closing it leaves it open. */
final class ChannelInput extends InputStream {

  private final FileChannel channel;
  private long position;

  ChannelInput(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int some = channel.read(ByteBuffer.wrap(bytes, offset, length), position);
    position += Math.max(0, some);
    return some;
  }
}
