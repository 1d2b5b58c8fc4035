package io.headwater.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer of two parts, however the network cuts it. */
class AnswerBodyTest {

  private static final String FACTS = "{\"id\":\"CLM-1\"}\n{\"id\":\"CLM-2\"}\n";
  private static final String OUTLINES =
      "{\"outline\":\"claim\",\"rows\":[{\"a\":1},\t{\"a\":2}]}\n";
  private static final String ANSWER = FACTS + "{\"outlines\":\"follow\"}\n" + OUTLINES;

  private AnswerBody body;

  @BeforeEach
  void anAnswerBegins() {
    body = begun();
  }

  private static AnswerBody begun() {
    var body = new AnswerBody();
    body.onSubscribe(
        new Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        });
    return body;
  }

  @Test
  void theFactsAreHandedOnBeforeTheOutlinesCome() {
    send(FACTS + "{\"outlines\":\"follow\"}\n");

    assertThat(facts(body)).isEqualTo(FACTS);
    var outlines = body.getBody().toCompletableFuture().join().outlines();
    assertThat(outlines).isNotDone();

    send(OUTLINES);
    body.onComplete();
    assertThat(text(outlines.join())).isEqualTo(OUTLINES);
    assertThat(FactLines.outlines(outlines.join()).getFirst().kind()).isEqualTo("claim");
  }

  @Test
  void thePartsAreTheSameWhereverItIsCut() {
    for (int cut = 1; cut < ANSWER.length(); cut++) {
      body = begun();
      send(ANSWER.substring(0, cut));
      send(ANSWER.substring(cut));
      body.onComplete();

      assertThat(facts(body)).as("cut at %d", cut).isEqualTo(FACTS);
      assertThat(text(body.getBody().toCompletableFuture().join().outlines().join()))
          .as("cut at %d", cut)
          .isEqualTo(OUTLINES);
    }
  }

  @Test
  void anAnswerOfOnePartIsFactsOnly() {
    send(FACTS);
    assertThat(body.getBody().toCompletableFuture()).isNotDone();
    body.onComplete();

    assertThat(facts(body)).isEqualTo(FACTS);
    assertThat(body.getBody().toCompletableFuture().join().outlines().join()).isEmpty();
  }

  @Test
  void whatBreaksOffInTheOutlinesFailsThere() {
    send(FACTS + "{\"outlines\":\"follow\"}\n{\"outline\":\"cl");
    body.onError(new IOException("connection reset"));

    assertThat(facts(body)).isEqualTo(FACTS);
    assertThat(body.getBody().toCompletableFuture().join().outlines()).isCompletedExceptionally();
  }

  @Test
  void whatBreaksOffInTheFactsIsNoAnswer() {
    send("{\"id\":\"CLM");
    body.onError(new IOException("connection reset"));

    assertThat(body.getBody().toCompletableFuture()).isCompletedExceptionally();
  }

  private void send(String text) {
    body.onNext(List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
  }

  private static String facts(AnswerBody body) {
    var facts = body.getBody().toCompletableFuture().join().facts();
    return new String(facts.array(), facts.position(), facts.remaining(), StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
