package io.headwater.gateway.x12;

import io.headwater.gateway.spool.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The contents of files in the database: packed, in chunks, written and read as streams. */
final class KeptContents implements AutoCloseable {

  private static final int CHUNK = 1 << 20;
  private static final int PIECE = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f;

  private final Connection connection;
  private final UUID practice;
  private final PreparedStatement insert;
  private int waiting;

  KeptContents(Connection connection, UUID practice) throws SQLException {
    this.connection = connection;
    this.practice = practice;
    this.insert =
        connection.prepareStatement(
            "insert into x12_content(practice_id, file_id, chunk, bytes) values (?, ?, ?, ?)");
  }

  /** Takes away what earlier, broken readings of the files kept. */
  void forget(List<UUID> files) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from x12_content where practice_id = ? and file_id = any(?)")) {
      delete.setObject(1, practice);
      delete.setArray(2, connection.createArrayOf("uuid", files.toArray()));
      delete.executeUpdate();
    }
  }

  /** Keeps the content of a file. */
  void keep(UUID file, Spool content) throws SQLException {
    try (var packed = new Fast(new Chunks(file));
        var in = content.open()) {
      in.transferTo(packed);
    } catch (IOException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    try (insert) {
      send();
    }
  }

  private void send() throws SQLException {
    if (waiting > 0) {
      waiting = 0;
      insert.executeBatch();
    }
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

  /** Cuts a stream into rows; small ones are sent together. */
  private final class Chunks extends OutputStream {
    private final UUID file;
    private byte[] chunk = new byte[PIECE];
    private int held;
    private int number;

    Chunks(UUID file) {
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
      try {
        insert.setObject(1, practice);
        insert.setObject(2, file);
        insert.setInt(3, number++);
        insert.setBytes(4, Arrays.copyOf(chunk, held));
        insert.addBatch();
        waiting += held;
        held = 0;
        if (waiting >= CHUNK) {
          send();
        }
      } catch (SQLException refused) {
        throw new IOException(refused);
      }
    }
  }
}
