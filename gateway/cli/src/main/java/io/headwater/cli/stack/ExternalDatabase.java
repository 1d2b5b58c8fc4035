package io.headwater.cli.stack;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL server that someone else runs, given by URL. */
final class ExternalDatabase implements Database {
  private final String host;
  private final int port;
  private final String name;
  private final Properties login = new Properties();

  /**
   * Reads {@code postgresql://user:password@host:port/database}; a leading {@code jdbc:} may stand
   * before it.
   */
  ExternalDatabase(String url) {
    URI uri = parse(url);
    this.host = uri.getHost();
    this.port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    this.name = path.isEmpty() ? NAME : path;
    String user = uri.getRawUserInfo() == null ? "postgres" : uri.getRawUserInfo();
    int colon = user.indexOf(':');
    login.setProperty("user", decode(colon < 0 ? user : user.substring(0, colon)));
    if (colon >= 0) {
      login.setProperty("password", decode(user.substring(colon + 1)));
    }
    login.setProperty("loginTimeout", "5");
  }

  @Override
  public void start() {
    try (Connection _ = administrator()) {
      return;
    } catch (SQLException e) {
      createDatabase(e);
    }
  }

  private void createDatabase(SQLException first) {
    boolean missing = "3D000".equals(first.getSQLState());
    try (Connection connection = missing ? connect("postgres") : administrator();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
    } catch (SQLException e) {
      throw new StackFailure(
          "The database at "
              + host
              + ":"
              + port
              + " (HEADWATER_DATABASE_URL) refuses: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public boolean answers() {
    try (Connection connection = administrator()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void stop() {
    // someone else's to stop
  }

  @Override
  public String host() {
    return host;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Connection administrator() throws SQLException {
    return connect(name);
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + host + ":" + port + "/" + database, login);
  }

  private static URI parse(String url) {
    try {
      URI uri = URI.create(url.strip().replaceFirst("^jdbc:", ""));
      if (uri.getHost() != null
          && uri.getScheme() != null
          && uri.getScheme().startsWith("postgres")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new StackFailure("HEADWATER_DATABASE_URL is not a PostgreSQL URL.", e);
    }
    throw new StackFailure("HEADWATER_DATABASE_URL is not a PostgreSQL URL.");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
