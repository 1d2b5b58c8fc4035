package io.headwater.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker, its own controller, inside the test's JVM. */
public final class EmbeddedKafka {

  private static EmbeddedKafka running;

  private final int port;

  private EmbeddedKafka(int port) {
    this.port = port;
  }

  /** The broker, started by whoever asks first. */
  public static synchronized EmbeddedKafka running() {
    if (running == null) {
      try {
        running = start();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return running;
  }

  /** Bootstrap servers. */
  public String servers() {
    return "localhost:" + port;
  }

  private static EmbeddedKafka start() throws IOException {
    var folder = Files.createTempDirectory("headwater-kafka");
    var port = freePort();
    var settings = settings(folder, port, freePort());
    var file = folder.resolve("server.properties");
    try (var out = Files.newOutputStream(file)) {
      settings.store(out, null);
    }
    StorageTool.execute(
        new String[] {
          "format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
        },
        System.err);
    var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-stop"));
    return new EmbeddedKafka(port);
  }

  private static Properties settings(Path folder, int port, int controllerPort) {
    var settings = new Properties();
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", "1");
    settings.setProperty("log.dirs", folder.resolve("log").toString());
    settings.setProperty(
        "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
    settings.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
    settings.setProperty("controller.listener.names", "CONTROLLER");
    settings.setProperty("controller.quorum.bootstrap.servers", "localhost:" + controllerPort);
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("offsets.topic.num.partitions", "1");
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    settings.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
    return settings;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
