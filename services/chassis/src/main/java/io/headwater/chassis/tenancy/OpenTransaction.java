package io.headwater.chassis.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * A transaction on one practice's rows that a virtual thread fills piece by piece, however much it
 * is. Closing it without a commit takes everything back. Not for event loops, and not for several
 * threads at once.
 */
public final class OpenTransaction implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OpenTransaction.class);

  private final SqlConnection connection;
  private final Transaction transaction;
  private boolean committed;

  private OpenTransaction(SqlConnection connection, Transaction transaction) {
    this.connection = connection;
    this.transaction = transaction;
  }

  static OpenTransaction on(SqlConnection connection) {
    try {
      return new OpenTransaction(connection, await(sent(connection.begin())));
    } catch (RuntimeException refused) {
      sent(connection.close());
      throw refused;
    }
  }

  /**
   * Sends a statement and does not wait for it. Statements run in the order in which they are sent;
   * what one writes the next one sees.
   */
  public CompletableFuture<RowSet<Row>> send(String statement, Tuple parameters) {
    return sent(connection.preparedQuery(statement).execute(parameters));
  }

  /** Waits for what was sent. */
  public static <T> T await(CompletableFuture<T> sent) {
    try {
      return sent.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** Makes everything that was sent durable and visible, all at once. */
  public void commit() {
    await(sent(transaction.commit()));
    committed = true;
  }

  @Override
  public void close() {
    try {
      if (!committed) {
        await(sent(transaction.rollback()));
      }
    } catch (RuntimeException gone) {
      LOG.debugf("Nothing to roll back: %s", gone.getClass().getSimpleName());
    } finally {
      sent(connection.close());
    }
  }

  private static <T> CompletableFuture<T> sent(Uni<T> work) {
    return work.subscribeAsCompletionStage();
  }
}
