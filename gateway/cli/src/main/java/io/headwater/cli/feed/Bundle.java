package io.headwater.cli.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that go through the door together: small ones that follow one another, as a ZIP, since a
 * request of its own costs more than reading what is in one. A large file stands alone.
 *
 * @param files in their order
 * @param dated whether those of X12 bear the instants at which the practice learned of them
 */
record Bundle(List<FeedFile> files, boolean dated) {

  private static final long SMALL = 1 << 20;
  private static final long MOST_BYTES = 4 << 20;
  private static final int MOST_FILES = 500;

  /**
   * A file to be sent.
   *
   * @param path where it is
   * @param kind which door reads it
   * @param recordedAt when the practice learned of it, where that is not now
   */
  record FeedFile(Path path, FeedKind kind, Optional<Instant> recordedAt) {

    /** Its size in bytes; 0 where there is no such file. */
    long size() {
      return path.toFile().length();
    }

    /** Whether it may travel with others: a ZIP bears times to the second. */
    private boolean fits() {
      return Files.isRegularFile(path)
          && size() > 0
          && size() <= SMALL
          && kind != FeedKind.OTHER
          && recordedAt.map(at -> at.getNano() == 0).orElse(true);
    }
  }

  /** Gathers files into bundles, their order kept. */
  static List<Bundle> of(List<FeedFile> files) {
    List<Bundle> bundles = new ArrayList<>();
    List<FeedFile> open = new ArrayList<>();
    long bytes = 0;
    for (FeedFile file : files) {
      long size = file.size();
      if (!open.isEmpty() && !(bytes + size <= MOST_BYTES && goesWith(file, open))) {
        bundles.add(closed(open));
        bytes = 0;
      }
      open.add(file);
      bytes += size;
      if (!file.fits()) {
        bundles.add(closed(open));
        bytes = 0;
      }
    }
    if (!open.isEmpty()) {
      bundles.add(closed(open));
    }
    return bundles;
  }

  private static boolean goesWith(FeedFile file, List<FeedFile> open) {
    return file.fits()
        && open.size() < MOST_FILES
        && (file.kind() == FeedKind.RECORDS
            || open.stream()
                .filter(other -> other.kind() == FeedKind.X12)
                .allMatch(other -> dated(other) == dated(file)));
  }

  private static Bundle closed(List<FeedFile> open) {
    Bundle bundle =
        new Bundle(
            List.copyOf(open),
            open.stream().anyMatch(file -> file.kind() == FeedKind.X12 && dated(file)));
    open.clear();
    return bundle;
  }

  private static boolean dated(FeedFile file) {
    return file.recordedAt().isPresent();
  }

  /** The files as a ZIP, in their order, each named by its place. */
  byte[] zip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      int place = 0;
      for (FeedFile file : files) {
        String ending = file.kind() == FeedKind.RECORDS ? ".ndjson" : ".x12";
        ZipEntry entry = new ZipEntry(place++ + ending);
        file.recordedAt().ifPresent(at -> entry.setLastModifiedTime(FileTime.from(at)));
        zip.putNextEntry(entry);
        Files.copy(file.path(), zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
