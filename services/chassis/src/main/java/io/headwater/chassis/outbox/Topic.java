package io.headwater.chassis.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/** A service's topic, open for writing. Blocking; never used on an event loop. */
final class Topic implements AutoCloseable {

  private static final int PARTITIONS = 6;
  private static final int REACH_SECONDS = 5;
  private static final int SEND_SECONDS = 30;

  private final String name;
  private final KafkaProducer<String, String> producer;

  private Topic(String name, KafkaProducer<String, String> producer) {
    this.name = name;
    this.producer = producer;
  }

  /** Reaches the broker, makes the topic where it is absent, and opens it. */
  static Topic open(String brokers, String name)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, Object> reach =
        Map.of(
            "bootstrap.servers",
            brokers,
            "request.timeout.ms",
            REACH_SECONDS * 1000,
            "default.api.timeout.ms",
            REACH_SECONDS * 1000);
    try (var admin = Admin.create(reach)) {
      var topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty());
      admin.createTopics(List.of(topic)).all().get(REACH_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      if (!(refused.getCause() instanceof TopicExistsException)) {
        throw refused;
      }
    }
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            brokers,
            "acks",
            "all",
            "enable.idempotence",
            true,
            "linger.ms",
            0,
            "buffer.memory",
            4L << 20,
            "max.block.ms",
            REACH_SECONDS * 1000L,
            "request.timeout.ms",
            REACH_SECONDS * 1000,
            "delivery.timeout.ms",
            SEND_SECONDS * 1000);
    return new Topic(
        name, new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer()));
  }

  /** Sends events in order and returns when all are acknowledged. */
  void send(List<Event> events) throws InterruptedException, ExecutionException, TimeoutException {
    var acknowledged =
        events.stream()
            .map(
                event -> {
                  var sent = new CompletableFuture<Void>();
                  producer.send(
                      new ProducerRecord<>(name, event.practice().toString(), event.payload()),
                      (_, failure) -> {
                        if (failure == null) {
                          sent.complete(null);
                        } else {
                          sent.completeExceptionally(failure);
                        }
                      });
                  return sent;
                })
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(acknowledged).get(SEND_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }

  /** One event. */
  record Event(UUID practice, String payload) {}
}
