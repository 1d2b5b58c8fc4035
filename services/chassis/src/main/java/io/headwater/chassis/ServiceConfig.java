package io.headwater.chassis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment tells a service; every name is also an environment variable, such as {@code
 * HEADWATER_DB_HOST}.
 */
@ConfigMapping(prefix = "headwater")
public interface ServiceConfig {

  /**
   * The service's own name: its schema, the prefix of its two roles and the suffix of its topic.
   */
  String service();

  /** Where the service's database is. */
  Database db();

  /** The gateway's public key. */
  Token token();

  /** Kafka's bootstrap servers; without them events wait in the outbox. */
  Optional<String> kafka();

  /** The migrations of this service in order, as names of class path resources. */
  List<String> migrations();

  /** The service's database; the roles are {@code <service>_owner} and {@code <service>_app}. */
  interface Database {

    /** Host name. */
    @WithDefault("localhost")
    String host();

    /** Port. */
    @WithDefault("5432")
    int port();

    /** Name of the database that holds the service's schema. */
    @WithDefault("headwater")
    String name();

    /** The password of both roles. */
    String password();
  }

  /** How the gateway's tokens are checked. */
  interface Token {

    /** The gateway's public key (ES256): PEM text, or the path of a file that holds it. */
    String publicKey();
  }
}
