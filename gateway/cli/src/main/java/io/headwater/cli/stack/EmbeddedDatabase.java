package io.headwater.cli.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server from real binaries, its data in the stack's folder and kept between runs.
 * Nobody logs in without a password once it has been set up, not even from this machine.
 */
final class EmbeddedDatabase implements Database {
  private static final String ADMINISTRATOR = "postgres";
  private static final String ACCESS =
      """
      # Everyone gives a password.
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final StackFolder folder;
  private final String password;
  private final int port;
  private EmbeddedPostgres server;

  EmbeddedDatabase(StackFolder folder, String password, int port) {
    this.folder = folder;
    this.password = password;
    this.port = port;
  }

  @Override
  public synchronized void start() {
    stop();
    Redirect log = Redirect.appendTo(folder.log("postgres").toFile());
    boolean locked = accessFile().map(text -> text.contains("gives a password")).orElse(false);
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(folder.databasePrograms().toFile())
              .setDataDirectory(folder.databaseData())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("max_wal_size", "1GB")
              .setServerConfig("listen_addresses", "localhost")
              .setServerConfig("unix_socket_directories", "")
              .setErrorRedirector(log)
              .setOutputRedirector(log);
      if (locked) {
        builder.setConnectConfig("password", password);
      }
      server = builder.start();
      if (!locked) {
        requirePasswords();
      }
    } catch (IOException | IllegalStateException | SQLException e) {
      stop();
      throw new StackFailure(
          "PostgreSQL does not start: " + LogTail.reason(folder.log("postgres"), e), e);
    }
  }

  /** The first start of a data folder trusts this machine; every later one asks for a password. */
  private void requirePasswords() throws SQLException, IOException {
    try (Connection connection = connect(ADMINISTRATOR, false);
        var statement = connection.createStatement()) {
      statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
      Files.writeString(
          folder.databaseData().resolve("pg_hba.conf"), ACCESS, StandardCharsets.UTF_8);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private Optional<String> accessFile() {
    return StackFolder.read(folder.databaseData().resolve("pg_hba.conf"));
  }

  @Override
  public boolean answers() {
    try (Connection connection = connect(ADMINISTRATOR, true)) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Process number of the server, as it says itself. */
  Optional<Long> pid() {
    return StackFolder.read(folder.databaseData().resolve("postmaster.pid"))
        .flatMap(text -> text.lines().findFirst())
        .map(String::strip)
        .filter(text -> text.matches("\\d+"))
        .map(Long::valueOf);
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        server = null;
      }
    }
    stopLeftOver();
  }

  /**
   * A server that outlived its supervisor (or a stop that gave up waiting) still holds the data
   * folder.
   */
  private void stopLeftOver() {
    pid()
        .flatMap(ProcessHandle::of)
        .filter(
            process ->
                process.info().command().map(c -> Path.of(c).endsWith("postgres")).orElse(false))
        .ifPresent(EmbeddedDatabase::stopFast);
  }

  private static void stopFast(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
          .start()
          .waitFor(5, TimeUnit.SECONDS);
      for (int i = 0; i < 100 && process.isAlive(); i++) {
        Thread.sleep(100);
      }
      process.destroyForcibly();
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String host() {
    return "localhost";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Connection administrator() throws SQLException {
    try {
      return connect(NAME, true);
    } catch (SQLException e) {
      if (!"3D000".equals(e.getSQLState())) {
        throw e;
      }
      try (Connection connection = connect(ADMINISTRATOR, true);
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + NAME);
      }
      return connect(NAME, true);
    }
  }

  private Connection connect(String database, boolean withPassword) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", ADMINISTRATOR);
    login.setProperty("loginTimeout", "5");
    if (withPassword) {
      login.setProperty("password", password);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port + "/" + database, login);
  }
}
