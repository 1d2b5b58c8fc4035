package io.headwater.cli.stack;

import java.sql.Connection;
import java.sql.SQLException;

/** The PostgreSQL server of a stack: its own, or one that exists already. */
sealed interface Database permits EmbeddedDatabase, ExternalDatabase {
  /** The database in which every service has its schema. */
  String NAME = "headwater";

  /** Starts it, or checks that it answers. */
  void start();

  /** Whether it accepts connections now. */
  boolean answers();

  /** Stops it, if it is the stack's own. */
  void stop();

  /** Its host. */
  String host();

  /** Its port. */
  int port();

  /** Name of the database. */
  String name();

  /** A connection with the right to create roles and schemas in {@link #name()}. */
  Connection administrator() throws SQLException;
}
