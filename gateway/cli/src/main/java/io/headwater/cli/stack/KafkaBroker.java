package io.headwater.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker that is its own controller, as a program: data folder, broker port, controller
 * port.
 */
public final class KafkaBroker {
  private KafkaBroker() {}

  /** Formats the data folder when it is new, starts the broker and serves until it is stopped. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    Properties properties =
        properties(data, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    if (!Files.exists(data.resolve("meta.properties"))) {
      format(data, properties);
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-stop"));
    server.startup();
    server.awaitShutdown();
  }

  private static void format(Path data, Properties properties) throws Exception {
    Files.createDirectories(data);
    Path file = data.resolveSibling(data.getFileName() + ".properties");
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "the broker of this stack");
    }
    int status =
        kafka.tools.StorageTool.execute(
            new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
            System.out);
    if (status != 0) {
      throw new IllegalStateException("The broker's folder could not be prepared: " + data);
    }
  }

  private static Properties properties(Path data, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", "1");
    properties.setProperty("controller.quorum.voters", "1@localhost:" + controllerPort);
    properties.setProperty(
        "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
    properties.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
    properties.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
    properties.setProperty("log.dirs", data.toString());
    properties.setProperty("num.partitions", "3");
    properties.setProperty("offsets.topic.num.partitions", "3");
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("transaction.state.log.num.partitions", "3");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    properties.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
    properties.setProperty("log.segment.bytes", "16777216");
    properties.setProperty("log.retention.hours", "168");
    properties.setProperty("num.network.threads", "2");
    properties.setProperty("num.io.threads", "2");
    return properties;
  }
}
