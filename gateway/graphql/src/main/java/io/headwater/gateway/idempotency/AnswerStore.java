package io.headwater.gateway.idempotency;

import io.headwater.gateway.idempotency.Idempotency.Answer;
import io.headwater.gateway.tenancy.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The first answers, sealed, by the caller and its name for the request. */
@ApplicationScoped
class AnswerStore {

  /** After this long an unanswered request is taken for one that died with its server. */
  static final Duration ABANDONED = Duration.ofMinutes(10);

  /** How long an answer is given again. */
  static final Duration KEPT = Duration.ofDays(2);

  private final Database database;
  private final Clock clock;

  AnswerStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How a request that names itself is found. */
  sealed interface Begun {
    /** Nobody sent it before. */
    record First() implements Begun {}

    /** It is being answered. */
    record InFlight() implements Begun {}

    /** The name was used for something else. */
    record OtherBody() implements Begun {}

    /** It was answered; the body is still sealed. */
    record Answered(Answer answer) implements Begun {}
  }

  Begun begin(String subject, String name, String fingerprint) {
    return database.inTransaction(
        connection -> {
          var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
          expire(connection, subject, name, now);
          try (var insert =
              connection.prepareStatement(
                  "insert into idempotency(subject, name, fingerprint, started_at)"
                      + " values (?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, subject);
            insert.setString(2, name);
            insert.setString(3, fingerprint);
            insert.setObject(4, now);
            if (insert.executeUpdate() == 1) {
              return new Begun.First();
            }
          }
          return earlier(connection, subject, name, fingerprint);
        });
  }

  void finish(String subject, String name, Answer answer) {
    database.inTransaction(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "update idempotency set status = ?, media_type = ?, location = ?, answer = ?"
                      + " where subject = ? and name = ?")) {
            update.setInt(1, answer.status());
            update.setString(2, answer.mediaType());
            update.setString(3, answer.location());
            update.setString(4, answer.body());
            update.setString(5, subject);
            update.setString(6, name);
            return update.executeUpdate();
          }
        });
  }

  void forget(String subject, String name) {
    database.inTransaction(
        connection -> {
          try (var delete =
              connection.prepareStatement(
                  "delete from idempotency where subject = ? and name = ? and status is null")) {
            delete.setString(1, subject);
            delete.setString(2, name);
            return delete.executeUpdate();
          }
        });
  }

  private static void expire(Connection connection, String subject, String name, OffsetDateTime now)
      throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from idempotency where subject = ? and name = ?"
                + " and (started_at < ? or (status is null and started_at < ?))")) {
      delete.setString(1, subject);
      delete.setString(2, name);
      delete.setObject(3, now.minus(KEPT));
      delete.setObject(4, now.minus(ABANDONED));
      delete.executeUpdate();
    }
  }

  private static Begun earlier(
      Connection connection, String subject, String name, String fingerprint) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select fingerprint, status, media_type, location, answer from idempotency"
                + " where subject = ? and name = ?")) {
      select.setString(1, subject);
      select.setString(2, name);
      try (var rows = select.executeQuery()) {
        if (!rows.next()) {
          return new Begun.InFlight(); // ended between the two statements: ask again
        }
        if (!rows.getString("fingerprint").equals(fingerprint)) {
          return new Begun.OtherBody();
        }
        int status = rows.getInt("status");
        return rows.wasNull()
            ? new Begun.InFlight()
            : new Begun.Answered(
                new Answer(
                    status,
                    rows.getString("media_type"),
                    rows.getString("location"),
                    rows.getString("answer")));
      }
    }
  }
}
