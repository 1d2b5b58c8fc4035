package io.headwater.gateway.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.sandbox.PayerAnswer.Said;
import io.headwater.gateway.sandbox.Submission.State;
import io.headwater.gateway.tenancy.Database;
import io.headwater.rootcause.PayerDefect;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sandboxes as they are kept. What changes one does so under its lock, see {@link Books}. */
@ApplicationScoped
class SandboxStore {

  private static final int LISTED = 1000;

  private final Database database;
  private final ObjectMapper json;

  SandboxStore(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Work on the books of a sandbox that nobody else works on meanwhile. */
  @FunctionalInterface
  interface Work<T> {
    T on(Books books) throws SQLException;
  }

  /** Does the work in one transaction that holds the sandbox. */
  <T> T locked(UUID practice, Work<T> work) {
    return database.inPractice(
        practice,
        connection -> {
          var settings = settings(connection, practice, " for update");
          return work.on(new Books(connection, practice, settings.orElse(null), json));
        });
  }

  /** The sandbox of a practice, if it ever had one. */
  Optional<Settings> settings(UUID practice) {
    return database.inPractice(practice, connection -> settings(connection, practice, ""));
  }

  private static Optional<Settings> settings(Connection connection, UUID practice, String lock)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select payers, days, defects, today from sandbox where practice_id = ?" + lock)) {
      select.setObject(1, practice);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Settings(
                    Set.of((String[]) row.getArray(1).getArray()),
                    row.getInt(2),
                    Arrays.stream((String[]) row.getArray(3).getArray())
                        .map(PayerDefect::valueOf)
                        .collect(Collectors.toSet()),
                    row.getObject(4, LocalDate.class)))
            : Optional.empty();
      }
    }
  }

  /** What arrived and was not looked at yet, in order. */
  List<Submission> arrived(UUID practice) {
    return submissions(practice, "state = 'ARRIVED' order by position limit 500", null);
  }

  /** What is to be paid by a day, in the order of days and of arrival. */
  List<Submission> due(UUID practice, LocalDate day) {
    return submissions(
        practice,
        "state in ('ACCEPTED', 'REOPENED') and due_on <= ? order by due_on, position limit 500",
        day);
  }

  /** The first day on which something is to be paid, up to a day. */
  Optional<LocalDate> nextDue(UUID practice, LocalDate until) {
    return due(practice, until).stream().map(Submission::dueOn).findFirst();
  }

  /** What was submitted, newest first. */
  List<Submission> submissions(UUID practice) {
    return submissions(
        practice, "version is not null order by position desc limit " + LISTED, null);
  }

  private List<Submission> submissions(UUID practice, String where, LocalDate day) {
    return database.inPractice(
        practice,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select * from sandbox_claim where practice_id = ? and " + where)) {
            select.setObject(1, practice);
            if (day != null) {
              select.setObject(2, day);
            }
            try (var rows = select.executeQuery()) {
              var found = new ArrayList<Submission>();
              while (rows.next()) {
                found.add(submission(rows));
              }
              return found;
            }
          }
        });
  }

  static Submission submission(ResultSet row) throws SQLException {
    return new Submission(
        row.getLong("position"),
        row.getObject("arrival", UUID.class),
        State.valueOf(row.getString("state")),
        row.getString("control_number"),
        row.getString("payer_id"),
        row.getString("sender"),
        row.getString("receiver"),
        row.getString("batch"),
        row.getInt("version"),
        row.getString("frequency"),
        row.getString("member_id"),
        row.getString("billing_npi"),
        row.getString("payer_control_number"),
        row.getObject("received_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class));
  }

  /** Answers that were not read in yet, in order. */
  List<PayerAnswer> unread(UUID practice) {
    return answers(practice, "file_id is null order by position");
  }

  /** All answers, newest first. */
  List<PayerAnswer> answers(UUID practice) {
    return answers(practice, "true order by position desc limit " + LISTED);
  }

  /** Answers made after the first so many, in order. */
  List<PayerAnswer> answersAfter(UUID practice, long position) {
    return answers(practice, "position > " + position + " order by position");
  }

  /** The place of the newest answer, 0 when there is none. */
  long lastAnswer(UUID practice) {
    return database.inPractice(
        practice,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select coalesce(max(position), 0) from sandbox_answer where practice_id = ?")) {
            select.setObject(1, practice);
            try (var row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  private List<PayerAnswer> answers(UUID practice, String where) {
    return database.inPractice(
        practice,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select * from sandbox_answer where practice_id = ? and " + where)) {
            select.setObject(1, practice);
            return answers(select);
          }
        });
  }

  /** The answer of this id. */
  Optional<PayerAnswer> answer(UUID practice, UUID id) {
    return database.inPractice(
        practice,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select * from sandbox_answer where practice_id = ? and id = ?")) {
            select.setObject(1, practice);
            select.setObject(2, id);
            return answers(select).stream().findFirst();
          }
        });
  }

  private List<PayerAnswer> answers(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var found = new ArrayList<PayerAnswer>();
      while (rows.next()) {
        found.add(
            new PayerAnswer(
                rows.getObject("id", UUID.class),
                rows.getString("kind"),
                rows.getString("payer_id"),
                rows.getObject("made_on", LocalDate.class),
                rows.getObject("learned_at", OffsetDateTime.class).toInstant(),
                rows.getObject("file_id", UUID.class),
                says(rows.getString("says")),
                rows.getString("content")));
      }
      return found;
    }
  }

  private List<Said> says(String text) {
    try {
      return json.readValue(text, new TypeReference<List<Said>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
