package io.headwater.gateway.x12;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.spool.Spool;
import io.headwater.gateway.tenancy.Database;
import io.headwater.gateway.x12.FileBeginnings.Begun;
import io.headwater.gateway.x12.FileBeginnings.Come;
import io.headwater.x12.X12Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

  /** Begins files, of different content, that came at once. */
  List<Begun> begin(UUID practice, List<Come> files, Instant now) {
    return database.inPractice(
        practice,
        connection -> new FileBeginnings(connection, practice, this::parse).of(files, now));
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

  /** A file that was read to its end. */
  record Read(FileResource resource, Spool content) {}

  /** Ends files: from now on they are told as they are, and their content is kept. */
  void finish(UUID practice, List<Read> files) {
    database.inPractice(
        practice,
        connection -> {
          try (var kept = new KeptContents(connection, practice)) {
            kept.forget(files.stream().map(file -> file.resource().id()).toList());
            for (var file : files) {
              kept.keep(file.resource().id(), file.content());
            }
          }
          try (var update =
              connection.prepareStatement(
                  "update x12_file set state = 'LOADED', quarantined = ?, resource = ?::jsonb"
                      + " where practice_id = ? and id = ?")) {
            for (var file : files) {
              update.setBoolean(1, file.resource().quarantined());
              update.setString(2, text(file.resource()));
              update.setObject(3, practice);
              update.setObject(4, file.resource().id());
              update.addBatch();
            }
            return update.executeBatch();
          }
        });
  }

  /** The content of a file that was read, as often as one likes. */
  X12Reader.Source content(UUID practice, UUID file) {
    return () ->
        KeptContents.open(
            chunk ->
                database.inPractice(
                    practice, connection -> KeptContents.chunk(connection, practice, file, chunk)));
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
