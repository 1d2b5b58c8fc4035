package io.headwater.gateway.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The only way to the gateway's own database. Work for a practice sees that practice's rows and no
 * others: the practice is set for the one transaction and row-level security does the rest.
 */
@ApplicationScoped
public class Database {

  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  /** Work on one connection, in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does the work; what it throws rolls everything back. */
    T on(Connection connection) throws SQLException;
  }

  /** Does the work for a practice, in one transaction. */
  public <T> T inPractice(UUID practice, Work<T> work) {
    return inTransaction(
        connection -> {
          try (var set =
              connection.prepareStatement("select set_config('app.practice', ?, true)")) {
            set.setString(1, practice.toString());
            set.execute();
          }
          return work.on(connection);
        });
  }

  /** Does work that belongs to no practice (keys, practices), in one transaction. */
  public <T> T inTransaction(Work<T> work) {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      }
    } catch (SQLException failure) {
      throw new DatabaseFailure(failure);
    }
  }

  /** A failure of the database, with its SQL state in the cause. */
  public static final class DatabaseFailure extends RuntimeException {
    DatabaseFailure(SQLException cause) {
      super(cause);
    }
  }
}
