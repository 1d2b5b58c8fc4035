package io.headwater.gateway.x12;

import io.headwater.gateway.spool.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The files that this gateway is reading, and how far each is. */
@ApplicationScoped
class UnderWay {

  private final Set<Followed> files = ConcurrentHashMap.newKeySet();

  /**
   * A file that is being read.
   *
   * @param sha256 of its content, in hex
   * @param receivedAt when it came
   * @param bytes of its content, unpacked
   * @param read how many of them were read
   */
  public record Reading(String sha256, Instant receivedAt, long bytes, long read) {}

  /** Opens a file and follows how it is read, until it is closed. */
  InputStream open(UUID practice, Spool spool, Instant receivedAt) {
    var followed = new Followed(practice, spool, receivedAt);
    files.add(followed);
    return followed;
  }

  /** The files of a practice that are being read. */
  List<Reading> of(UUID practice) {
    return files.stream()
        .filter(file -> file.practice.equals(practice))
        .map(Followed::state)
        .toList();
  }

  private final class Followed extends FilterInputStream {
    private final UUID practice;
    private final Spool spool;
    private final Instant receivedAt;
    private final AtomicLong read = new AtomicLong();

    Followed(UUID practice, Spool spool, Instant receivedAt) {
      super(spool.open());
      this.practice = practice;
      this.spool = spool;
      this.receivedAt = receivedAt;
    }

    Reading state() {
      return new Reading(spool.sha256(), receivedAt, spool.length(), read.get());
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      read.addAndGet(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int some = in.read(bytes, offset, length);
      read.addAndGet(Math.max(0, some));
      return some;
    }

    @Override
    public void close() throws IOException {
      files.remove(this);
      super.close();
    }
  }
}
