package io.headwater.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/** One PostgreSQL for all tests of a JVM, with the roles and schemas that services ask for. */
public final class EmbeddedDatabase {

  /** The password of every role here. */
  public static final String PASSWORD = "for-tests-only";

  private static EmbeddedDatabase running;

  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** The database, started by whoever asks first. */
  public static synchronized EmbeddedDatabase running() {
    if (running == null) {
      try {
        running =
            new EmbeddedDatabase(
                EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("jit", "off")
                    .setServerConfig("timezone", "UTC")
                    .start());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return running;
  }

  /** Makes the roles and the schema of a service, as a deployment does. */
  public EmbeddedDatabase with(String service) {
    run(resource("database/roles.sql").replace(":service", service).replace(":password", PASSWORD));
    return this;
  }

  /** The port on localhost. */
  public int port() {
    return postgres.getPort();
  }

  /** Runs statements as a superuser. */
  public void run(String statements) {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** The first column of the first row, read as a superuser who is above row-level security. */
  public String value(String query) {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Ends every service's connections and lets none in. */
  public void away() {
    run("alter database postgres connection limit 0");
    run(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename like '%\\_app'");
  }

  /** Lets services in again. */
  public void back() {
    run("alter database postgres connection limit -1");
  }

  private static String resource(String name) {
    try (var stream = EmbeddedDatabase.class.getClassLoader().getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
