package io.headwater.gateway.x12;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.spool.Spool;
import io.headwater.gateway.tenancy.Database;
import io.headwater.x12.X12Reader;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Files of X12 as they are kept: what became of them, and what they say. */
@ApplicationScoped
class FileStore {

  private final Database database;
  private final ObjectMapper json;

  FileStore(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** How a file is found when it comes. */
  sealed interface Begun {
    /** It was read to its end before. */
    record Seen(FileResource file) implements Begun {}

    /** It is to be read; perhaps it was begun before, and then it keeps its id and instants. */
    record Fresh(UUID id, Instant receivedAt, Instant recordedAt) implements Begun {}
  }

  /**
   * Begins a file. One that was begun before, by a request that died or by a sender that broke off,
   * keeps its id and its instant, so that reading it again records nothing twice.
   *
   * <p>The commit is not waited for on disk: what hangs on it is written later, by commits that
   * are.
   */
  Begun begin(UUID practice, Spool spool, Instant now, Instant recordedAt) {
    return database.inPractice(
        practice,
        connection -> {
          try (var later = connection.createStatement()) {
            later.execute("set local synchronous_commit = off");
          }
          var known = known(connection, practice, spool);
          if (known.isPresent()) {
            return known.get();
          }
          var fresh = new Begun.Fresh(UUID.randomUUID(), now, recordedAt);
          try (var insert =
              connection.prepareStatement(
                  "insert into x12_file(practice_id, id, sha256, state, recorded_at, received_at)"
                      + " values (?, ?, ?, 'LOADING', ?, ?)")) {
            insert.setObject(1, practice);
            insert.setObject(2, fresh.id());
            insert.setString(3, spool.sha256());
            insert.setObject(4, at(recordedAt));
            insert.setObject(5, at(now));
            insert.executeUpdate();
          }
          return fresh;
        });
  }

  private Optional<Begun> known(Connection connection, UUID practice, Spool spool)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select id, received_at, recorded_at, state, sha256, length, resource::text"
                + " from x12_file where practice_id = ? and (sha256 = ? or state = 'CUT')"
                + " order by sha256 = ? desc")) {
      select.setObject(1, practice);
      select.setString(2, spool.sha256());
      select.setString(3, spool.sha256());
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var fresh =
              new Begun.Fresh(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, OffsetDateTime.class).toInstant(),
                  rows.getObject(3, OffsetDateTime.class).toInstant());
          if (rows.getString(5).equals(spool.sha256())) {
            return Optional.of(
                rows.getString(4).equals("LOADED")
                    ? new Begun.Seen(parse(rows.getString(7)))
                    : fresh);
          }
          if (spool.length() > rows.getLong(6)
              && spool.sha256(rows.getLong(6)).equals(rows.getString(5))) {
            become(connection, practice, fresh.id(), spool.sha256());
            return Optional.of(fresh);
          }
        }
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The file of which only the beginning had come is here in full. */
  private static void become(Connection connection, UUID practice, UUID file, String sha256)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update x12_file set sha256 = ?, state = 'LOADING' where practice_id = ? and id = ?")) {
      update.setString(1, sha256);
      update.setObject(2, practice);
      update.setObject(3, file);
      update.executeUpdate();
    }
  }

  /** Notes that only the beginning of a file came, so that the whole of it continues it. */
  void cut(UUID practice, UUID file, long length) {
    run(
        practice,
        "update x12_file set state = 'CUT', length = ? where practice_id = ? and id = ?",
        length,
        practice,
        file);
  }

  /** Forgets a file of which nothing was taken. */
  void forget(UUID practice, UUID file) {
    run(practice, "delete from x12_file where practice_id = ? and id = ?", practice, file);
  }

  private void run(UUID practice, String statement, Object... parameters) {
    database.inPractice(
        practice,
        connection -> {
          try (var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
              prepared.setObject(i + 1, parameters[i]);
            }
            return prepared.executeUpdate();
          }
        });
  }

  /** Ends a file: from now on it is told as it is, and its content is kept. */
  void finish(UUID practice, FileResource resource, Spool content) {
    database.inPractice(
        practice,
        connection -> {
          try (var kept = new KeptContent(connection, practice, resource.id());
              var in = content.open()) {
            in.transferTo(kept);
          } catch (IOException e) {
            if (e.getCause() instanceof SQLException refused) {
              throw refused;
            }
            throw new UncheckedIOException(e);
          }
          try (var update =
              connection.prepareStatement(
                  "update x12_file set state = 'LOADED', quarantined = ?, resource = ?::jsonb"
                      + " where practice_id = ? and id = ?")) {
            update.setBoolean(1, resource.quarantined());
            update.setString(2, text(resource));
            update.setObject(3, practice);
            update.setObject(4, resource.id());
            return update.executeUpdate();
          }
        });
  }

  /** The content of a file that was read, as often as one likes. */
  X12Reader.Source content(UUID practice, UUID file) {
    return () ->
        KeptContent.open(
            chunk ->
                database.inPractice(
                    practice, connection -> KeptContent.chunk(connection, practice, file, chunk)));
  }

  /** The file of this id. */
  Optional<FileResource> find(UUID practice, UUID file) {
    return database.inPractice(
        practice,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select resource::text from x12_file"
                      + " where practice_id = ? and id = ? and state = 'LOADED'")) {
            select.setObject(1, practice);
            select.setObject(2, file);
            try (var row = select.executeQuery()) {
              return row.next() ? Optional.of(parse(row.getString(1))) : Optional.empty();
            }
          }
        });
  }

  /** All files of the practice, newest first; only those with something quarantined if so asked. */
  List<FileResource> list(UUID practice, boolean quarantinedOnly) {
    return database.inPractice(
        practice,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select resource::text from x12_file where practice_id = ?"
                      + " and state = 'LOADED' and (quarantined or not ?)"
                      + " order by received_at desc, id")) {
            select.setObject(1, practice);
            select.setBoolean(2, quarantinedOnly);
            try (var rows = select.executeQuery()) {
              var files = new ArrayList<FileResource>();
              while (rows.next()) {
                files.add(parse(rows.getString(1)));
              }
              return files;
            }
          }
        });
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private FileResource parse(String text) {
    try {
      return json.readValue(text, FileResource.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(FileResource resource) {
    try {
      return json.writeValueAsString(resource);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
