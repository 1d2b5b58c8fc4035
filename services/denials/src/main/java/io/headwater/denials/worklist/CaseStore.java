package io.headwater.denials.worklist;

import io.headwater.chassis.audit.ReadAudit;
import io.headwater.chassis.tenancy.Caller;
import io.headwater.chassis.tenancy.Database;
import io.headwater.denials.standing.Decision;
import io.headwater.denials.standing.Standing;
import io.headwater.denials.standing.Standings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps the standing of every line. */
@ApplicationScoped
class CaseStore {

  private static final String IN_TURN =
      "select pg_advisory_xact_lock(hashtextextended('cases ' || $1, 0))";

  private static final String HEAR =
      """
      insert into inbox (practice_id, event_id) select $1, e from unnest($2::uuid[]) e
      on conflict do nothing returning event_id
      """;

  private static final String KNOWN =
      "select * from standing where practice_id = $1 and control_number = any($2)";

  private static final String KEEP =
      """
      insert into standing (practice_id, case_id, control_number, payer_id, line, state, procedure, service_date,
        charge, codes, remarks, denials, claim_payment_id, decided_on, recorded_at, opened_at, closed_at)
      select $1, u.* from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[],
        $9::numeric[], $10::text[], $11::text[], $12::int[], $13::text[], $14::date[], $15::timestamptz[],
        $16::timestamptz[], $17::timestamptz[]) u
      on conflict (practice_id, case_id) do update set (state, codes, remarks, denials, claim_payment_id, decided_on,
        recorded_at, opened_at, closed_at) = (excluded.state, excluded.codes, excluded.remarks, excluded.denials,
        excluded.claim_payment_id, excluded.decided_on, excluded.recorded_at, excluded.opened_at, excluded.closed_at)
      """;

  private static final String LIST =
      """
      select * from standing
      where practice_id = $1 and denials > 0 and state = any($2) and case_id > $3
        and (cardinality($5::text[]) = 0 or control_number = any($5))
      order by case_id limit $4
      """;

  private final Database database;
  private final ReadAudit audit;

  @Inject
  CaseStore(Database database, ReadAudit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Acts on events not heard before, and on no event twice. */
  Uni<Void> act(UUID practice, List<PaymentEvent> events) {
    var ids = events.stream().map(PaymentEvent::id).toArray(UUID[]::new);
    return database.inPractice(
        practice,
        connection ->
            connection
                .preparedQuery(IN_TURN)
                .execute(Tuple.of(practice.toString()))
                .chain(
                    () ->
                        connection
                            .preparedQuery(HEAR)
                            .execute(Tuple.of(practice).addArrayOfUUID(ids)))
                .chain(heard -> decide(connection, practice, decisions(events, heard))));
  }

  /** Cases in order of their ids; the read is on record. */
  Uni<List<Standing>> list(Caller caller, Page page) {
    var wanted =
        Tuple.of(caller.practice())
            .addArrayOfString(page.states().toArray(String[]::new))
            .addString(page.after())
            .addInteger(page.limit())
            .addArrayOfString(page.claims().toArray(String[]::new));
    return database.inPractice(
        caller.practice(),
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(wanted)
                .map(CaseStore::standings)
                .call(
                    cases ->
                        audit.record(
                            connection,
                            caller,
                            List.of("case"),
                            "[]",
                            Instant.now(),
                            cases.size())));
  }

  /**
   * Which cases, and how many at once.
   *
   * @param states only those in one of these
   * @param claims only those of these control numbers; all where there are none
   * @param after only those whose id comes later
   * @param limit at most so many
   */
  record Page(List<String> states, List<String> claims, String after, int limit) {}

  private static List<Decision> decisions(List<PaymentEvent> events, RowSet<Row> heard) {
    Set<UUID> fresh = new HashSet<>();
    heard.forEach(row -> fresh.add(row.getUUID(0)));
    return events.stream()
        .filter(event -> fresh.remove(event.id()))
        .flatMap(event -> event.decisions().stream())
        .toList();
  }

  private static Uni<Void> decide(
      SqlConnection connection, UUID practice, List<Decision> decisions) {
    var claims =
        decisions.stream()
            .map(decision -> decision.source().controlNumber())
            .distinct()
            .toArray(String[]::new);
    if (claims.length == 0) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(KNOWN)
        .execute(Tuple.of(practice).addArrayOfString(claims))
        .map(rows -> Standings.changed(standings(rows), decisions))
        .chain(
            changed ->
                connection
                    .preparedQuery(KEEP)
                    .execute(StandingRow.columns(practice, changed))
                    .replaceWithVoid());
  }

  private static List<Standing> standings(RowSet<Row> rows) {
    var standings = new ArrayList<Standing>();
    rows.forEach(row -> standings.add(StandingRow.standing(row)));
    return standings;
  }
}
