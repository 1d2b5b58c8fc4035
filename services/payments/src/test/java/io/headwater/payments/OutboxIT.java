package io.headwater.payments;

import static io.headwater.testkit.FactsClient.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headwater.testkit.EmbeddedDatabase;
import io.headwater.testkit.EmbeddedKafka;
import io.headwater.testkit.FactsClient;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/**
 * What payments record reaches Kafka: in order, whole where it must be, and the outbox is empty
 * afterwards.
 */
@QuarkusTest
@WithTestResource(
    value = ServiceStack.class,
    initArgs = {
      @ResourceArg(name = "service", value = "payments"),
      @ResourceArg(name = "kafka", value = "true")
    })
class OutboxIT {

  private static final String MARCH_1 = "2026-03-01T12:00:00Z";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TestHTTPResource("/")
  URI service;

  @Test
  void eventsArriveInOrderAndTheClaimPaymentCarriesItsRecord() throws IOException {
    var practice = UUID.randomUUID();
    var payments =
        IntStream.range(0, 700)
            .mapToObj(
                n ->
                    fact(
                        "claim-payment",
                        MARCH_1,
                        "\"claimPaymentId\":\"CP-%d\",\"controlNumber\":\"CLM-%d\",\"paid\":\"1.50\""
                            .formatted(n, n)))
            .toArray(String[]::new);
    var facts = FactsClient.of(service, practice);
    facts.record(fact("remittance", MARCH_1, "\"remittanceId\":\"R-1\",\"payerId\":\"60054\""));
    facts.record(payments);
    facts.record(payments);

    var events = events(practice, 701);

    assertThat(events)
        .hasSize(701)
        .extracting(event -> event.path("eventId").asText())
        .doesNotHaveDuplicates();
    assertThat(events.getFirst().has("record")).isFalse();
    assertThat(events.get(1).path("record").path("paid").asText()).isEqualTo("1.50");
    assertThat(events.get(1).path("recordedAt").asText()).isEqualTo("2026-03-01T12:00:00.000000Z");
    assertThat(events.stream().skip(1).map(event -> event.path("id").asText()))
        .containsExactlyElementsOf(IntStream.range(0, 700).mapToObj(n -> "CP-" + n).toList());
    assertThat(EmbeddedDatabase.running().value("select count(*) from payments.outbox"))
        .isEqualTo("0");
  }

  /**
   * The practice's events; waits for as many as are expected, and a little longer for any too many.
   */
  private static List<JsonNode> events(UUID practice, int expected) throws IOException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            EmbeddedKafka.running().servers(),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest",
            "metadata.max.age.ms",
            500);
    var events = new ArrayList<JsonNode>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("headwater.payments"));
      var deadline = Instant.now().plusSeconds(30);
      while (events.size() < expected && Instant.now().isBefore(deadline)) {
        for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
          if (practice.toString().equals(event.key())) {
            events.add(JSON.readTree(event.value()));
          }
        }
      }
      consumer.poll(Duration.ofMillis(200)).forEach(event -> events.add(JSON.missingNode()));
    }
    return events;
  }
}
