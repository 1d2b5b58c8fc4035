package io.headwater.denials.worklist;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Payments' published event, as it stands in the contracts, makes cases here. */
@QuarkusTest
@WithTestResource(
    value = ServiceStack.class,
    initArgs = {
      @ResourceArg(name = "service", value = "denials"),
      @ResourceArg(name = "kafka", value = "true")
    })
class CasesIT {

  private static final String PUBLISHED_PRACTICE = "3d7f6a52-4b0e-4c53-8a3c-0c7f2f6f9b10";
  private static final String PUBLISHED_EVENT = "0195e0a4-6f0e-7c3a-9a53-1f6c0c2f9a01";

  @TestHTTPResource("/")
  URI service;

  private final UUID practice = UUID.randomUUID();

  @Test
  void aDeniedLineOpensACaseAndALaterPaymentClosesIt() throws IOException {
    var denied = event();
    announce(denied, denied, "{\"not\":\"for us\"}", "garbage");

    var open = cases("state=OPEN", 1);
    assertThat(open)
        .singleElement()
        .asString()
        .contains(
            "\"caseId\":\"CLM-1/60054/90785||2026-02-02\"",
            "\"codes\":[\"CO-197\"]",
            "\"remarks\":[\"N54\"]",
            "\"denials\":1",
            "\"charge\":\"150.00\"");

    assertThat(cases("controlNumber=CLM-1&controlNumber=CLM-2", 1)).hasSize(1);
    assertThat(cases("controlNumber=CLM-2", 0)).isEmpty();
    assertThat(cases("after=CLM-2", 0)).isEmpty();

    announce(
        event()
            .replace("2026-03-10", "2026-04-10")
            .replace("\"paid\": \"0.00\"", "\"paid\": \"150.00\""));

    assertThat(cases("state=PAID", 1)).singleElement().asString().contains("\"closedAt\"");
    assertThat(cases("state=OPEN", 0)).isEmpty();
    assertThat(
            EmbeddedDatabase.running()
                .value("select count(*) from denials.inbox where practice_id = '" + practice + "'"))
        .isEqualTo("2");
  }

  @Test
  void nobodyReadsCasesWithoutATokenOrOfAnotherPractice() throws IOException {
    announce(event());
    cases("", 1);

    assertThat(new FactsClient(service, "").get("cases").statusCode()).isEqualTo(401);
    assertThat(FactsClient.of(service, UUID.randomUUID()).get("cases").body()).isEmpty();
    assertThat(FactsClient.of(service, practice).get("cases?state=LOST").statusCode())
        .isEqualTo(400);
  }

  /** The published event under this test's practice and an id of its own. */
  private String event() throws IOException {
    try (var file =
        getClass().getClassLoader().getResourceAsStream("events/claim-payment-denied.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace(PUBLISHED_PRACTICE, practice.toString())
          .replace(PUBLISHED_EVENT, UUID.randomUUID().toString());
    }
  }

  private void announce(String... events) {
    Map<String, Object> settings = Map.of("bootstrap.servers", EmbeddedKafka.running().servers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (var event : events) {
        producer.send(new ProducerRecord<>("headwater.payments", practice.toString(), event));
      }
    }
  }

  /** The cases, once there are as many as expected. */
  private List<String> cases(String query, int expected) {
    var client = FactsClient.of(service, practice);
    var deadline = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(deadline)) {
      var cases = client.get("cases?" + query).body().lines().toList();
      if (cases.size() == expected) {
        return cases;
      }
      pause();
    }
    return client.get("cases?" + query).body().lines().toList();
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(50));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
