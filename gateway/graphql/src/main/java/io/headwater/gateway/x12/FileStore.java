package io.headwater.gateway.x12;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.tenancy.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of X12 as they are kept: what became of them, what was read, and what was quarantined. */
@ApplicationScoped
class FileStore {

  private static final int CHUNK = 1 << 20;
  private static final int FETCH = 500;

  private final Database database;
  private final ObjectMapper json;

  FileStore(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** A file that was begun, perhaps by a request that died. */
  record Begun(UUID id, Instant receivedAt, Instant recordedAt) {}

  /**
   * Begins a file. One that was begun before keeps its id and its instant, so that reading it again
   * records nothing twice.
   */
  Begun begin(UUID practice, String sha256, Instant now, Instant recordedAt) {
    return database.inPractice(
        practice,
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "insert into x12_file(practice_id, id, sha256, state, recorded_at, received_at)"
                      + " values (?, ?, ?, 'LOADING', ?, ?) on conflict do nothing")) {
            insert.setObject(1, practice);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, sha256);
            insert.setObject(4, at(recordedAt));
            insert.setObject(5, at(now));
            insert.executeUpdate();
          }
          try (var select =
              connection.prepareStatement(
                  "select id, received_at, recorded_at from x12_file"
                      + " where practice_id = ? and sha256 = ?")) {
            select.setObject(1, practice);
            select.setString(2, sha256);
            try (var row = select.executeQuery()) {
              row.next();
              return new Begun(
                  row.getObject(1, UUID.class),
                  row.getObject(2, OffsetDateTime.class).toInstant(),
                  row.getObject(3, OffsetDateTime.class).toInstant());
            }
          }
        });
  }

  /** What became of the content, if it was read to its end before. */
  Optional<FileResource> seen(UUID practice, String sha256) {
    return database.inPractice(
        practice,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select resource::text from x12_file"
                      + " where practice_id = ? and sha256 = ? and state = 'LOADED'")) {
            select.setObject(1, practice);
            select.setString(2, sha256);
            try (var row = select.executeQuery()) {
              return row.next() ? Optional.of(parse(row.getString(1))) : Optional.empty();
            }
          }
        });
  }

  /** Takes back what an earlier, broken reading left. */
  void clear(UUID practice, UUID file) {
    database.inPractice(
        practice,
        connection -> {
          for (String table : List.of("x12_record", "x12_content")) {
            try (var delete =
                connection.prepareStatement(
                    "delete from " + table + " where practice_id = ? and file_id = ?")) {
              delete.setObject(1, practice);
              delete.setObject(2, file);
              delete.executeUpdate();
            }
          }
          return null;
        });
  }

  /** A line of what was read, and its place in the file. */
  record Line(int interchange, int transaction, int segment, long position, String text) {}

  /** Keeps lines of what was read. */
  void keep(UUID practice, UUID file, List<Line> lines) {
    database.inPractice(
        practice,
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "insert into x12_record(practice_id, file_id, interchange, transaction, segment,"
                      + " position, line) select ?, ?, u.* from unnest(?::int[], ?::int[],"
                      + " ?::int[], ?::bigint[], ?::text[]) u")) {
            insert.setObject(1, practice);
            insert.setObject(2, file);
            array(connection, insert, 3, "int4", lines.stream().map(Line::interchange).toArray());
            array(connection, insert, 4, "int4", lines.stream().map(Line::transaction).toArray());
            array(connection, insert, 5, "int4", lines.stream().map(Line::segment).toArray());
            array(connection, insert, 6, "int8", lines.stream().map(Line::position).toArray());
            array(connection, insert, 7, "text", lines.stream().map(Line::text).toArray());
            return insert.executeUpdate();
          }
        });
  }

  /** Ends a file: from now on it is told as it is. The content is kept if it may be needed. */
  void finish(UUID practice, FileResource resource, InputStream content) {
    database.inPractice(
        practice,
        connection -> {
          if (resource.quarantined()) {
            content(connection, practice, resource.id(), content);
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

  /** Writes what was read from the file, a line a record, in file order. */
  void write(UUID practice, UUID file, OutputStream out) {
    database.inPractice(
        practice,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select line from x12_record where practice_id = ? and file_id = ?"
                      + " order by interchange, transaction, segment, position")) {
            select.setFetchSize(FETCH);
            select.setObject(1, practice);
            select.setObject(2, file);
            try (var rows = select.executeQuery()) {
              lines(rows, out);
            }
            return null;
          }
        });
  }

  private static void lines(ResultSet rows, OutputStream out) throws SQLException {
    try {
      while (rows.next()) {
        out.write(rows.getString(1).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void content(Connection connection, UUID practice, UUID file, InputStream content)
      throws SQLException {
    try (content;
        var insert =
            connection.prepareStatement(
                "insert into x12_content(practice_id, file_id, chunk, bytes)"
                    + " values (?, ?, ?, ?)")) {
      byte[] bytes = content.readNBytes(CHUNK);
      for (int chunk = 0; bytes.length > 0; chunk++) {
        insert.setObject(1, practice);
        insert.setObject(2, file);
        insert.setInt(3, chunk);
        insert.setBytes(4, bytes);
        insert.executeUpdate();
        bytes = content.readNBytes(CHUNK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void array(
      Connection connection,
      java.sql.PreparedStatement statement,
      int index,
      String type,
      Object[] values)
      throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, values));
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
