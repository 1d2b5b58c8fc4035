package io.headwater.gateway.spool;

import io.headwater.gateway.problem.ProblemKind;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files of a ZIP, in the order in which they stand, each a body of its own. Folders and hidden
 * files are passed over. The bounds of a body hold for all of them together.
 */
public final class Archive implements AutoCloseable {

  private static final int MOST = 20_000;

  private final ZipInputStream zip;
  private final InputStream bounded;
  private int files;

  /**
   * A file of an archive.
   *
   * @param name as it stands there, with its folder
   * @param at the time that it bears
   * @param content unpacked; whoever takes it closes it
   */
  public record Entry(String name, Instant at, Spool content) {}

  /** Opens an archive that is read from its beginning. */
  public Archive(InputStream packed) {
    var counted = new CountedInput(packed);
    this.zip = new ZipInputStream(counted);
    this.bounded = new BoundedInput(zip, counted);
  }

  /** The next file, if there is one. */
  public Optional<Entry> next() throws IOException {
    try {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++files > MOST) {
          throw ProblemKind.BODY_TOO_LARGE.with("more than " + MOST + " files");
        }
        if (!entry.isDirectory() && !hidden(entry.getName())) {
          var content = Spool.of(new Open(bounded), null);
          var time = entry.getLastModifiedTime();
          return Optional.of(
              new Entry(entry.getName(), time == null ? Instant.EPOCH : time.toInstant(), content));
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      throw ProblemKind.BODY_UNREADABLE.with("the ZIP is damaged after " + files + " files");
    }
    if (files == 0) {
      throw ProblemKind.BODY_UNREADABLE.with("no ZIP, or one without files");
    }
    return Optional.empty();
  }

  private static boolean hidden(String name) {
    return name.startsWith("__MACOSX/")
        || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The archive goes on when one of its files has ended. */
  private static final class Open extends FilterInputStream {
    Open(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the archive is closed by whoever opened it
    }
  }
}
