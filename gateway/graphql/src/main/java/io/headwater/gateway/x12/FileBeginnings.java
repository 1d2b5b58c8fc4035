package io.headwater.gateway.x12;

import io.headwater.gateway.spool.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Files as they come: whether they were seen before, begun before, or are new. */
final class FileBeginnings {

  private final Connection connection;
  private final UUID practice;
  private final Function<String, FileResource> told;

  /**
   * In one transaction.
   *
   * @param told reads the kept text of a file resource
   */
  FileBeginnings(Connection connection, UUID practice, Function<String, FileResource> told) {
    this.connection = connection;
    this.practice = practice;
    this.told = told;
  }

  /** How a file is found when it comes. */
  sealed interface Begun {
    /** It was read to its end before. */
    record Seen(FileResource file) implements Begun {}

    /** It is to be read; perhaps it was begun before, and then it keeps its id and instants. */
    record Fresh(UUID id, Instant receivedAt, Instant recordedAt) implements Begun {}
  }

  /** A file that came, and when the practice learned what it says. */
  record Come(Spool content, Instant recordedAt) {}

  /**
   * Begins files of different content. One that was begun before, by a request that died or by a
   * sender that broke off, keeps its id and its instant, so that reading it again records nothing
   * twice.
   *
   * <p>The commit is not waited for on disk: what hangs on it is written later, by commits that
   * are.
   */
  List<Begun> of(List<Come> files, Instant now) throws SQLException {
    try (var later = connection.createStatement()) {
      later.execute("set local synchronous_commit = off");
    }
    var known = known(files);
    var begun = new ArrayList<Begun>();
    try (var insert =
        connection.prepareStatement(
            "insert into x12_file(practice_id, id, sha256, state, recorded_at, received_at)"
                + " values (?, ?, ?, 'LOADING', ?, ?)")) {
      for (var file : files) {
        var before = before(known, file.content());
        if (before.isPresent()) {
          begun.add(before.get());
          continue;
        }
        var fresh = new Begun.Fresh(UUID.randomUUID(), now, file.recordedAt());
        begun.add(fresh);
        insert.setObject(1, practice);
        insert.setObject(2, fresh.id());
        insert.setString(3, file.content().sha256());
        insert.setObject(4, at(fresh.recordedAt()));
        insert.setObject(5, at(now));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return begun;
  }

  /** A file of which something came before: the same, or the beginning of one of them. */
  private record Known(Begun begun, UUID id, String sha256, long length) {}

  private List<Known> known(List<Come> files) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select id, received_at, recorded_at, state, sha256, length, resource::text"
                + " from x12_file where practice_id = ? and (sha256 = any(?) or state = 'CUT')")) {
      select.setObject(1, practice);
      select.setArray(
          2,
          connection.createArrayOf(
              "text", files.stream().map(file -> file.content().sha256()).toArray()));
      try (var rows = select.executeQuery()) {
        var known = new ArrayList<Known>();
        while (rows.next()) {
          var id = rows.getObject(1, UUID.class);
          var begun =
              rows.getString(4).equals("LOADED")
                  ? new Begun.Seen(told.apply(rows.getString(7)))
                  : new Begun.Fresh(
                      id,
                      rows.getObject(2, OffsetDateTime.class).toInstant(),
                      rows.getObject(3, OffsetDateTime.class).toInstant());
          known.add(new Known(begun, id, rows.getString(5), rows.getLong(6)));
        }
        return known;
      }
    }
  }

  private Optional<Begun> before(List<Known> known, Spool content) throws SQLException {
    for (var one : known) {
      if (one.sha256().equals(content.sha256())) {
        return Optional.of(one.begun());
      }
    }
    for (var one : known) {
      if (one.begun() instanceof Begun.Fresh && begins(one, content)) {
        become(one.id(), content.sha256());
        return Optional.of(one.begun());
      }
    }
    return Optional.empty();
  }

  private static boolean begins(Known one, Spool content) {
    try {
      return one.length() > 0
          && content.length() > one.length()
          && content.sha256(one.length()).equals(one.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of which only the beginning had come is here in full. */
  private void become(UUID file, String sha256) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update x12_file set sha256 = ?, state = 'LOADING' where practice_id = ? and id = ?")) {
      update.setString(1, sha256);
      update.setObject(2, practice);
      update.setObject(3, file);
      update.executeUpdate();
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
