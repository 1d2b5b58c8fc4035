package io.headwater.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.testkit.EmbeddedDatabase;
import io.headwater.testkit.FactsClient;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers see while the database refuses everybody, and afterwards. */
@QuarkusTest
@WithTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "claims"))
class DatabaseAwayIT {

  private static final String ANY_CLAIM =
      """
      {"rounds":[[{"kind":"claim","by":"controlNumber","values":["CLM-1"]}]]}""";

  @TestHTTPResource("/")
  URI service;

  @AfterEach
  void databaseBack() {
    EmbeddedDatabase.running().back();
  }

  @Test
  void theServiceSaysWhenToTryAgainAndRecoversByItself() {
    var facts = FactsClient.of(service, UUID.randomUUID());
    assertThat(facts.post("facts/query", ANY_CLAIM).statusCode()).isEqualTo(200);

    EmbeddedDatabase.running().away();
    var away = facts.post("facts/query", ANY_CLAIM);

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).isPresent();
    assertThat(away.body()).contains("\"code\":\"database-away\"");
    assertThat(facts.get("q/health/ready").statusCode()).isEqualTo(503);

    EmbeddedDatabase.running().back();
    assertThat(facts.post("facts/query", ANY_CLAIM).statusCode()).isEqualTo(200);
  }
}
