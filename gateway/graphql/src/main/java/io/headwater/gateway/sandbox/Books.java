package io.headwater.gateway.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.arrival.Arrival.Claimed;
import io.headwater.gateway.sandbox.PayerAnswer.Said;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The books of one sandbox, open in one transaction. */
final class Books {

  /** Interchange numbers begin high, so that they are told apart from a partner's own. */
  private static final long FIRST = 900_000_000L;

  private final Connection connection;
  private final UUID practice;
  private final Settings settings;
  private final ObjectMapper json;

  Books(Connection connection, UUID practice, Settings settings, ObjectMapper json) {
    this.connection = connection;
    this.practice = practice;
    this.settings = settings;
    this.json = json;
  }

  /** The sandbox, or null when the practice has none. */
  Settings settings() {
    return settings;
  }

  /** Sets the sandbox up, or otherwise. */
  void save(Settings now) throws SQLException {
    try (var upsert =
        statement(
            "insert into sandbox(practice_id, payers, days, defects, today) values (?, ?, ?, ?, ?)"
                + " on conflict (practice_id) do update set payers = excluded.payers,"
                + " days = excluded.days, defects = excluded.defects, today = excluded.today")) {
      upsert.setArray(2, connection.createArrayOf("text", now.payers().toArray()));
      upsert.setInt(3, now.days());
      upsert.setArray(
          4, connection.createArrayOf("text", now.defects().stream().map(Enum::name).toArray()));
      upsert.setObject(5, now.today());
      upsert.executeUpdate();
    }
  }

  /** Moves the sandbox's day on; never back. */
  void today(LocalDate day) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update sandbox set today = greatest(today, ?) where practice_id = ?")) {
      update.setObject(1, day);
      update.setObject(2, practice);
      update.executeUpdate();
    }
  }

  /** Takes note of claims that came together. */
  void arrived(UUID arrival, List<Claimed> claims) throws SQLException {
    try (var insert =
        statement(
            "insert into sandbox_claim(practice_id, arrival, state, control_number, payer_id,"
                + " sender, receiver, batch) values (?, ?, 'ARRIVED', ?, ?, ?, ?, ?)")) {
      for (var claim : claims) {
        insert.setObject(2, arrival);
        insert.setString(3, claim.controlNumber());
        insert.setString(4, claim.payerId());
        insert.setString(5, claim.sender());
        insert.setString(6, claim.receiver());
        insert.setString(7, claim.batch());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Keeps what came of looking at a submission; false when it was looked at already, or the very
   * version was answered before, so that there is nothing to answer.
   */
  boolean looked(Submission s) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update sandbox_claim c set state = ?, version = ?, frequency = ?, member_id = ?,"
                + " billing_npi = ?, payer_control_number = ?, received_on = ?, due_on = ?"
                + " where practice_id = ? and position = ? and state = 'ARRIVED' and not exists"
                + " (select 1 from sandbox_claim o where o.practice_id = c.practice_id and"
                + " o.control_number = c.control_number and o.version = ?)")) {
      update.setString(1, s.state().name());
      update.setInt(2, s.version());
      update.setString(3, s.frequency());
      update.setString(4, s.memberId());
      update.setString(5, s.billingNpi());
      update.setString(6, s.payerControlNumber());
      update.setObject(7, s.receivedOn());
      update.setObject(8, s.dueOn());
      update.setObject(9, practice);
      update.setLong(10, s.position());
      update.setInt(11, s.version());
      return update.executeUpdate() == 1;
    }
  }

  /** Forgets an arrival that brought nothing new. */
  void forget(Submission s) throws SQLException {
    try (var delete =
        statement(
            "delete from sandbox_claim where practice_id = ? and position = ?"
                + " and state = 'ARRIVED'")) {
      delete.setLong(2, s.position());
      delete.executeUpdate();
    }
  }

  /** Ends a submission that was paid or denied; false when somebody else has ended it. */
  boolean finalized(Submission s) throws SQLException {
    try (var update =
        statement(
            "update sandbox_claim set state = 'FINALIZED' where practice_id = ?"
                + " and position = ? and state in ('ACCEPTED', 'REOPENED')")) {
      update.setLong(2, s.position());
      return update.executeUpdate() == 1;
    }
  }

  /** Opens a submission again, to be put right on a day. */
  void reopened(Submission s, LocalDate due) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update sandbox_claim set state = 'REOPENED', due_on = ? where practice_id = ?"
                + " and position = ?")) {
      update.setObject(1, due);
      update.setObject(2, practice);
      update.setLong(3, s.position());
      update.executeUpdate();
    }
  }

  /** A number for the next interchange. */
  long next() throws SQLException {
    try (var update =
        statement(
            "update sandbox set answers = answers + 1 where practice_id = ? returning answers")) {
      try (var row = update.executeQuery()) {
        row.next();
        return FIRST + row.getLong(1);
      }
    }
  }

  /**
   * Keeps an answer. The practice learns it at the sandbox's time where that lies in the past, else
   * now; always after the claim that it answers and the answer before it.
   *
   * @param after the instant at which the claims were learned, or null
   */
  void answer(
      String kind,
      String payerId,
      LocalDate day,
      Instant after,
      Instant now,
      String content,
      List<Said> says)
      throws SQLException {
    var learned = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    for (var earlier : List.of(Optional.ofNullable(after), told())) {
      if (earlier.isPresent() && !learned.isAfter(earlier.get())) {
        learned = earlier.get().plusMillis(1);
      }
    }
    learned = (learned.isAfter(now) ? now : learned).truncatedTo(ChronoUnit.MICROS);
    try (var insert =
        statement(
            "insert into sandbox_answer(practice_id, id, kind, payer_id, made_on, learned_at,"
                + " content, says) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)")) {
      insert.setObject(2, UUID.randomUUID());
      insert.setString(3, kind);
      insert.setString(4, payerId);
      insert.setObject(5, day);
      insert.setObject(6, at(learned));
      insert.setString(7, content);
      insert.setString(8, text(says));
      insert.executeUpdate();
    }
    try (var update =
        connection.prepareStatement("update sandbox set told_at = ? where practice_id = ?")) {
      update.setObject(1, at(learned));
      update.setObject(2, practice);
      update.executeUpdate();
    }
  }

  private Optional<Instant> told() throws SQLException {
    try (var select = statement("select told_at from sandbox where practice_id = ?");
        var row = select.executeQuery()) {
      return row.next()
          ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
              .map(OffsetDateTime::toInstant)
          : Optional.empty();
    }
  }

  /** Says as which file an answer was read. */
  void read(PayerAnswer answer, UUID file) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update sandbox_answer set file_id = ? where practice_id = ? and id = ?")) {
      update.setObject(1, file);
      update.setObject(2, practice);
      update.setObject(3, answer.id());
      update.executeUpdate();
    }
  }

  /** What a payer still has to take back. */
  record Forward(BigDecimal amount, String trace) {}

  /** What a payer still has to take back from a payee, if anything. */
  Optional<Forward> forward(String payerId, String payee) throws SQLException {
    try (var select =
        statement(
            "select amount, trace from sandbox_forward where practice_id = ? and payer_id = ?"
                + " and payee_npi = ?")) {
      select.setString(2, payerId);
      select.setString(3, payee);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Forward(row.getBigDecimal(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  /** Carries a balance forward, or settles it where there is none. */
  void carry(String payerId, String payee, Forward forward) throws SQLException {
    try (var delete =
        statement(
            "delete from sandbox_forward where practice_id = ? and payer_id = ?"
                + " and payee_npi = ?")) {
      delete.setString(2, payerId);
      delete.setString(3, payee);
      delete.executeUpdate();
    }
    if (forward != null) {
      try (var insert = statement("insert into sandbox_forward values (?, ?, ?, ?, ?)")) {
        insert.setString(2, payerId);
        insert.setString(3, payee);
        insert.setBigDecimal(4, forward.amount());
        insert.setString(5, forward.trace());
        insert.executeUpdate();
      }
    }
  }

  private PreparedStatement statement(String sql) throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setObject(1, practice);
    return statement;
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private String text(List<Said> says) {
    try {
      return json.writeValueAsString(says);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
