package io.headwater.gateway.spool;

import io.headwater.gateway.problem.ProblemKind;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A body at rest, with the hash of its content: a small one in memory, a larger one on disk, in a
 * file that is gone with this process. What came as gzip is kept unpacked, within bounds.
 */
public final class Spool implements AutoCloseable {

  private static final int SMALL = 1 << 20;
  private static final int PIECE = 1 << 16;

  private final byte[] start;
  private final FileChannel file;
  private final long length;
  private final String sha256;
  private final boolean whole;

  private Spool(byte[] start, FileChannel file, long length, String sha256, boolean whole) {
    this.start = start;
    this.file = file;
    this.length = length;
    this.sha256 = sha256;
    this.whole = whole;
  }

  /** Takes the body; one whose sender breaks off is taken as far as it came. */
  public static Spool of(InputStream body, String encoding) throws IOException {
    var taking = new Taking();
    try {
      var in = plain(body, encoding);
      var spool = taking.all(in);
      if (spool.whole()) {
        in.close();
      }
      return spool;
    } catch (IOException | RuntimeException failure) {
      taking.close();
      throw failure;
    }
  }

  /** The body as it is read: unpacked where it is gzip, by its header or by its first bytes. */
  public static InputStream plain(InputStream body, String encoding) throws IOException {
    var packed = new CountedInput(body);
    var peeked = new PushbackInputStream(packed, 2);
    byte[] magic = peeked.readNBytes(2);
    peeked.unread(magic);
    boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
    if (!gzip) {
      if ("gzip".equalsIgnoreCase(encoding) && magic.length > 0) {
        throw ProblemKind.BODY_UNREADABLE.with("not gzip");
      }
      return new BoundedInput(peeked, packed);
    }
    try {
      return new BoundedInput(new GZIPInputStream(peeked, PIECE), packed);
    } catch (ZipException | EOFException e) {
      throw ProblemKind.BODY_UNREADABLE.with("not gzip");
    }
  }

  /** The SHA-256 of the unpacked content, in hex. */
  public String sha256() {
    return sha256;
  }

  /** How many bytes it has, unpacked. */
  public long length() {
    return length;
  }

  /** Whether all of it came; if not, this is its beginning. */
  public boolean whole() {
    return whole;
  }

  /** The SHA-256 of its first bytes, in hex. */
  public String sha256(long first) throws IOException {
    var digest = digest();
    byte[] piece = new byte[PIECE];
    try (var in = open()) {
      long left = first;
      while (left > 0) {
        int some = in.read(piece, 0, (int) Math.min(piece.length, left));
        if (some < 0) {
          break;
        }
        digest.update(piece, 0, some);
        left -= some;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Opens the content, from its beginning, as often as one likes. */
  public InputStream open() {
    return file == null
        ? new ByteArrayInputStream(start)
        : new BufferedInputStream(new ChannelInput(file), PIECE);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A body while it comes. */
  private static final class Taking {
    private final MessageDigest digest = digest();
    private byte[] start = new byte[PIECE];
    private int held;
    private FileChannel file;
    private long length;

    Spool all(InputStream in) throws IOException {
      byte[] piece = new byte[PIECE];
      boolean whole = true;
      while (true) {
        int some;
        try {
          some = in.read(piece);
        } catch (IOException gone) {
          whole = false;
          break;
        }
        if (some < 0) {
          break;
        }
        digest.update(piece, 0, some);
        take(piece, some);
        length += some;
      }
      byte[] small = file == null ? Arrays.copyOf(start, held) : null;
      return new Spool(small, file, length, HexFormat.of().formatHex(digest.digest()), whole);
    }

    private void take(byte[] piece, int some) throws IOException {
      if (file == null && held + some <= SMALL) {
        if (held + some > start.length) {
          start = Arrays.copyOf(start, Math.max(held + some, 2 * start.length));
        }
        System.arraycopy(piece, 0, start, held, some);
        held += some;
        return;
      }
      if (file == null) {
        file = unnamed();
        write(start, held);
        start = new byte[0];
      }
      write(piece, some);
    }

    private void write(byte[] bytes, int count) throws IOException {
      var buffer = ByteBuffer.wrap(bytes, 0, count);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    }

    /** A file without a name: the system takes it back with the last who has it open. */
    private static FileChannel unnamed() throws IOException {
      Path named = Files.createTempFile("headwater-", ".spool");
      try {
        return FileChannel.open(named, StandardOpenOption.READ, StandardOpenOption.WRITE);
      } finally {
        Files.delete(named);
      }
    }

    void close() throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }
}
