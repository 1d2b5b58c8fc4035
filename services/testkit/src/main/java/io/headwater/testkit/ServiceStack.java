package io.headwater.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * What one service under test stands on. Arguments: {@code service}, its name; {@code kafka=true}
 * where events must arrive somewhere. Shared by all test classes of a module that name it with the
 * same arguments.
 */
public final class ServiceStack implements QuarkusTestResourceLifecycleManager {

  private String service;
  private boolean kafka;

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.get("service");
    kafka = Boolean.parseBoolean(arguments.get("kafka"));
  }

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<String, String>();
    settings.put("headwater.db.port", "" + EmbeddedDatabase.running().with(service).port());
    settings.put("headwater.db.name", "postgres");
    settings.put("headwater.db.password", EmbeddedDatabase.PASSWORD);
    settings.put("headwater.token.public-key", GatewayTokens.publicKey());
    settings.put("quarkus.http.test-port", "0");
    settings.put("quarkus.log.category.\"io.zonky\".level", "WARN");
    if (kafka) {
      settings.put("headwater.kafka", EmbeddedKafka.running().servers());
    }
    return settings;
  }

  @Override
  public void stop() {
    // The database and the broker end with the JVM, so that the next class finds them running.
  }
}
