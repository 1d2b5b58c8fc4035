package io.headwater.chassis.audit;

import io.headwater.chassis.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Puts reads of patients' data on record, in the transaction that reads: no record, no answer. */
@ApplicationScoped
public class ReadAudit {

  private static final String RECORD =
      """
      insert into read_audit (practice_id, subject, kinds, asked, known_at, facts)
      values ($1, $2, $3, $4::text::jsonb, $5, $6)
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
    return connection.preparedQuery(RECORD).execute(row).replaceWithVoid();
  }
}
