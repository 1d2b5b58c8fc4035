package io.headwater.chassis.audit;

import io.headwater.chassis.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Puts reads of patients' data on record, in the transaction that reads: no record, no answer. Each
 * row's hash covers the row before it, so a row that is changed or missing shows in the view {@code
 * read_audit_broken}.
 */
@ApplicationScoped
public class ReadAudit {

  /** Rows of one practice are chained, so they are added one after another. */
  private static final String IN_TURN =
      "select pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))";

  private static final String RECORD =
      """
      insert into read_audit (practice_id, at, subject, kinds, asked, known_at, facts, hash)
      select r.*, read_audit_hash(
        (select hash from read_audit where practice_id = $1 order by seq desc limit 1),
        r.practice_id, r.at, r.subject, r.kinds, r.asked, r.known_at, r.facts)
      from (select $1::uuid practice_id, clock_timestamp() at, $2::text subject, $3::text[] kinds,
        $4::text::jsonb asked, $5::timestamptz known_at, $6::int facts) r
      """;

  /**
   * Records one read.
   *
   * @param connection the transaction that reads, inside the caller's practice
   * @param kinds the kinds of patient data
   * @param asked the selectors as JSON; keys and ids only
   * @param knownAt as of when
   * @param facts how many were found
   */
  public Uni<Void> record(
      SqlConnection connection,
      Caller caller,
      List<String> kinds,
      String asked,
      Instant knownAt,
      int facts) {
    var row =
        Tuple.of(caller.practice(), caller.subject())
            .addArrayOfString(kinds.toArray(String[]::new))
            .addString(asked)
            .addOffsetDateTime(knownAt.atOffset(ZoneOffset.UTC))
            .addInteger(facts);
    return connection
        .preparedQuery(IN_TURN)
        .execute(Tuple.of(caller.practice().toString()))
        .chain(() -> connection.preparedQuery(RECORD).execute(row))
        .replaceWithVoid();
  }
}
