package io.headwater.chassis.tenancy;

import io.headwater.chassis.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The schema owner's way in: migrations and statistics, never rows. Blocking; opened, used once and
 * closed.
 */
@ApplicationScoped
public class OwnerConnection {

  private final PGSimpleDataSource source = new PGSimpleDataSource();

  @Inject
  OwnerConnection(ServiceConfig config) {
    source.setServerNames(new String[] {config.db().host()});
    source.setPortNumbers(new int[] {config.db().port()});
    source.setDatabaseName(config.db().name());
    source.setUser(config.service() + "_owner");
    source.setPassword(config.db().password());
    source.setApplicationName("headwater-" + config.service() + "-owner");
  }

  DataSource source() {
    return source;
  }

  /** Runs one statement, such as {@code analyze fact}. */
  public void run(String statement) throws SQLException {
    try (Connection connection = source.getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
