package io.headwater.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemAnswersTest {

  @Test
  void anUnreachableStoppingOrFullDatabaseIsAway() {
    assertThat(ProblemAnswers.databaseAway(new ConnectException("refused"))).isTrue();
    assertThat(ProblemAnswers.databaseAway(new RuntimeException(new ConnectException()))).isTrue();
    assertThat(ProblemAnswers.databaseAway(ClosedConnectionException.INSTANCE)).isTrue();
    assertThat(ProblemAnswers.databaseAway(refusal("57P01"))).isTrue();
    assertThat(ProblemAnswers.databaseAway(refusal("53300"))).isTrue();
  }

  @Test
  void aFaultOfOursIsNoOutage() {
    assertThat(ProblemAnswers.databaseAway(refusal("42501"))).isFalse();
    assertThat(ProblemAnswers.databaseAway(new IllegalStateException("wrong"))).isFalse();
  }

  @Test
  void everyRefusalHasACodeOfItsOwnAndATitle() {
    var codes =
        Arrays.stream(ChassisProblem.values()).map(ProblemType::code).collect(Collectors.toSet());

    assertThat(codes).hasSameSizeAs(ChassisProblem.values()).contains("no-such-fact");
    assertThat(ChassisProblem.values())
        .allSatisfy(
            problem -> {
              assertThat(problem.title()).isNotBlank();
              assertThat(problem.uri()).isEqualTo("urn:headwater:problem:" + problem.code());
              assertThat(problem.status()).isBetween(400, 599);
            });
  }

  private static PgException refusal(String sqlState) {
    return new PgException("message", "ERROR", sqlState, "detail");
  }
}
