package io.headwater.cli.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Gives every service its schema, a role that owns it and a role that works in it. The statements
 * are those of {@code database/roles.sql} in the contracts, which tests use as well; they may run
 * again on a database that has them.
 */
final class DatabaseRoles {
  private static final String STATEMENTS = "/database/roles.sql";

  private DatabaseRoles() {}

  static void create(Database database, List<String> services, String password) {
    String template = template();
    try (Connection connection = database.administrator();
        var statement = connection.createStatement()) {
      for (String service : services) {
        statement.execute(filled(template, service, password));
      }
    } catch (SQLException e) {
      throw new StackFailure(
          "The database refuses to create the services' roles: " + e.getMessage(), e);
    }
  }

  /** The statements for one service; a password of hexadecimal digits needs no escaping. */
  static String filled(String template, String service, String password) {
    return template.replace(":service", service).replace(":password", password);
  }

  private static String template() {
    try (InputStream stream = DatabaseRoles.class.getResourceAsStream(STATEMENTS)) {
      if (stream == null) {
        throw new StackFailure(
            "This build lacks "
                + STATEMENTS
                + "; build it again with ./mvnw clean package -Dquick.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
