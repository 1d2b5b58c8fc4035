package io.headwater.gateway.x12;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The content of a file in the database: packed, in chunks, written and read as a stream. */
final class KeptContent extends FilterOutputStream {

  private static final int CHUNK = 1 << 20;
  private static final int PIECE = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f;

  /** Takes the place of what an earlier, broken reading kept. */
  KeptContent(Connection connection, UUID practice, UUID file) throws IOException, SQLException {
    super(new Fast(new Chunks(connection, practice, file)));
    try (var delete =
        connection.prepareStatement(
            "delete from x12_content where practice_id = ? and file_id = ?")) {
      delete.setObject(1, practice);
      delete.setObject(2, file);
      delete.executeUpdate();
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  /** One chunk of a file, if there is one of that number. */
  static Optional<byte[]> chunk(Connection connection, UUID practice, UUID file, int chunk)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select bytes from x12_content where practice_id = ? and file_id = ? and chunk = ?")) {
      select.setObject(1, practice);
      select.setObject(2, file);
      select.setInt(3, chunk);
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** The content from its beginning; of files kept by earlier versions it is not packed. */
  static InputStream open(IntFunction<Optional<byte[]>> chunks) throws IOException {
    var kept =
        new PushbackInputStream(
            new SequenceInputStream(
                new Enumeration<ByteArrayInputStream>() {
                  private int number;
                  private Optional<byte[]> next = chunks.apply(0);

                  @Override
                  public boolean hasMoreElements() {
                    return next.isPresent();
                  }

                  @Override
                  public ByteArrayInputStream nextElement() {
                    var chunk = next.orElseThrow(NoSuchElementException::new);
                    next = chunks.apply(++number);
                    return new ByteArrayInputStream(chunk);
                  }
                }));
    int first = kept.read();
    if (first < 0) {
      return new SequenceInputStream(Collections.emptyEnumeration());
    }
    kept.unread(first);
    return first == GZIP_MAGIC ? new GZIPInputStream(kept, PIECE) : kept;
  }

  /** Packs quickly rather than tightly. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, PIECE);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Cuts a stream into rows. */
  private static final class Chunks extends OutputStream {
    private final Connection connection;
    private final UUID practice;
    private final UUID file;
    private byte[] chunk = new byte[PIECE];
    private int held;
    private int number;

    Chunks(Connection connection, UUID practice, UUID file) {
      this.connection = connection;
      this.practice = practice;
      this.file = file;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (held + length > chunk.length) {
        chunk = Arrays.copyOf(chunk, Math.max(held + length, 2 * chunk.length));
      }
      System.arraycopy(bytes, offset, chunk, held, length);
      held += length;
      if (held >= CHUNK) {
        row();
      }
    }

    @Override
    public void close() throws IOException {
      if (held > 0) {
        row();
      }
    }

    private void row() throws IOException {
      try (var insert =
          connection.prepareStatement(
              "insert into x12_content(practice_id, file_id, chunk, bytes) values (?, ?, ?, ?)")) {
        insert.setObject(1, practice);
        insert.setObject(2, file);
        insert.setInt(3, number++);
        insert.setBytes(4, Arrays.copyOf(chunk, held));
        insert.executeUpdate();
        held = 0;
      } catch (SQLException refused) {
        throw new IOException(refused);
      }
    }
  }
}
