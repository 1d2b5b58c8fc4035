package io.headwater.chassis.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;

/**
 * The one door to the database. It opens a transaction and sets, for that transaction only, what
 * row-level security goes by; the setting travels ahead of the first statement of the work in the
 * same round trip.
 *
 * <p>A caller that gave up waiting may find its write committed all the same: every write is
 * idempotent.
 */
@ApplicationScoped
public class Database {

  private static final String SET_PRACTICE = "select set_config('app.practice', $1, true)";
  private static final String SET_RELAY = "select set_config('app.relay', $1, true)";

  private final Pool pool;

  @Inject
  Database(Pool pool) {
    this.pool = pool;
  }

  /**
   * Runs work on one practice's rows.
   *
   * @param practice whose rows are seen and written
   * @param work issues its first statement when subscribed, as every call of the client does
   */
  public <T> Uni<T> inPractice(UUID practice, Function<SqlConnection, Uni<T>> work) {
    return inTransaction(SET_PRACTICE, practice.toString(), work);
  }

  /**
   * Opens a transaction on one practice's rows, for work that comes in pieces. Blocks; for virtual
   * threads only.
   */
  public OpenTransaction open(UUID practice) {
    var transaction =
        OpenTransaction.on(
            OpenTransaction.await(pool.getConnection().subscribeAsCompletionStage()));
    transaction.send(SET_PRACTICE, Tuple.of(practice.toString()));
    return transaction;
  }

  /**
   * Runs the relay's work: rows of the outbox of every practice. {@link #turnTo} opens one
   * practice's facts to it.
   */
  public <T> Uni<T> inRelay(Function<SqlConnection, Uni<T>> work) {
    return inTransaction(SET_RELAY, "on", work);
  }

  /** Within the relay's work: from here on, the rows of this practice. */
  public Uni<Void> turnTo(SqlConnection connection, UUID practice) {
    return connection
        .preparedQuery(SET_PRACTICE)
        .execute(Tuple.of(practice.toString()))
        .replaceWithVoid();
  }

  private <T> Uni<T> inTransaction(
      String setting, String value, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(
        connection ->
            Uni.combine()
                .all()
                .unis(
                    connection.preparedQuery(setting).execute(Tuple.of(value)),
                    work.apply(connection))
                .with((_, result) -> result));
  }
}
