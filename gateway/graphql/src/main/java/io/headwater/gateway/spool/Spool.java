package io.headwater.gateway.spool;

import io.headwater.gateway.problem.ProblemKind;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A body on disk, with the hash of its content. What came as gzip is kept unpacked, up to a bound,
 * so that a small body cannot become an endless one.
 */
public final class Spool implements AutoCloseable {

  private static final long LARGEST = 8L << 30;

  private final Path file;
  private final String sha256;

  private Spool(Path file, String sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  /** Takes the body to disk. */
  public static Spool of(InputStream body, String encoding) throws IOException {
    Path file = Files.createTempFile("headwater-", ".spool");
    try (var in = plain(body, encoding);
        var out =
            new DigestOutputStream(
                Files.newOutputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(out);
      return new Spool(file, HexFormat.of().formatHex(out.getMessageDigest().digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  /** The body as it is read: unpacked where it is gzip, by its header or by its first bytes. */
  public static InputStream plain(InputStream body, String encoding) throws IOException {
    var peeked = new PushbackInputStream(body, 2);
    byte[] magic = peeked.readNBytes(2);
    peeked.unread(magic);
    boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
    if (!gzip) {
      if ("gzip".equalsIgnoreCase(encoding) && magic.length > 0) {
        throw ProblemKind.BODY_UNREADABLE.with("not gzip");
      }
      return new Bounded(peeked);
    }
    try {
      return new Bounded(new GZIPInputStream(peeked, 1 << 16));
    } catch (ZipException | EOFException e) {
      throw ProblemKind.BODY_UNREADABLE.with("not gzip");
    }
  }

  /** The SHA-256 of the unpacked content, in hex. */
  public String sha256() {
    return sha256;
  }

  /** Opens the content. */
  public InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Refuses to go on beyond the largest body that is read. */
  private static final class Bounded extends FilterInputStream {
    private long read;

    Bounded(InputStream in) {
      super(in);
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
}
