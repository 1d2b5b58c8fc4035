package io.headwater.cli.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A file on its way through a door: streamed, never whole in memory. */
public final class SentFile {
  private final Path file;
  private final LongConsumer sent;

  /** A file of whose progress nobody needs to hear. */
  public SentFile(Path file) {
    this(file, _ -> {});
  }

  /** A file; {@code sent} is told of every piece how many bytes it had. */
  public SentFile(Path file, LongConsumer sent) {
    this.file = file;
    this.sent = sent;
  }

  /** Whether the content is gzip, by its first two bytes. */
  boolean compressed() {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.read() == 0x1f && stream.read() == 0x8b;
    } catch (IOException e) {
      throw new GatewayProblem("Cannot read " + file + ": " + e.getMessage());
    }
  }

  BodyPublisher content() {
    long size = file.toFile().length();
    BodyPublisher stream = BodyPublishers.ofInputStream(this::open);
    return size == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(stream, size);
  }

  private InputStream open() {
    try {
      return new Counted(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells of what was read from it. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      sent.accept(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      sent.accept(Math.max(0, read));
      return read;
    }
  }
}
