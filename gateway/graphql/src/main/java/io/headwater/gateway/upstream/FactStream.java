package io.headwater.gateway.upstream;

import io.headwater.vocabulary.Owner;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Facts on their way to their owner in one body of any size, which its owner keeps whole or not at
 * all: nothing of it is visible before {@link #end} has returned, and nothing remains if it does
 * not.
 */
public final class FactStream {

  private static final int PIECES_AHEAD = 4;

  private final Owner owner;
  private final Duration patience;
  private final SubmissionPublisher<ByteBuffer> pieces;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicBoolean subscribed = new AtomicBoolean();
  private final CompletableFuture<HttpResponse<byte[]>> answer;

  FactStream(
      Owner owner,
      Duration patience,
      Executor executor,
      Function<BodyPublisher, CompletableFuture<HttpResponse<byte[]>>> request) {
    this.owner = owner;
    this.patience = patience;
    this.pieces = new SubmissionPublisher<>(executor, PIECES_AHEAD);
    this.answer = request.apply(BodyPublishers.fromPublisher(this::subscribe));
    answer.whenComplete((_, _) -> asked.countDown());
  }

  /** What was sent is gone: a client that would begin anew, on another connection, may not. */
  private void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (subscribed.compareAndSet(false, true)) {
      pieces.subscribe(subscriber);
      asked.countDown();
    } else {
      try (var over = new SubmissionPublisher<ByteBuffer>()) {
        over.closeExceptionally(new IOException("sent once only"));
        over.subscribe(subscriber);
      }
    }
  }

  /** Hands on whole lines; waits while the owner is behind. */
  public void write(byte[] lines) throws ServiceAway {
    try {
      boolean ready = asked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ready || answer.isDone()) {
        throw failed();
      }
      int lag =
          pieces.offer(
              ByteBuffer.wrap(lines), patience.toMillis(), TimeUnit.MILLISECONDS, (_, _) -> false);
      if (lag < 0) {
        throw new ServiceAway(owner, "takes nothing more");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abandon();
      throw new ServiceAway(owner, "interrupted");
    } catch (ServiceAway away) {
      abandon();
      throw away;
    }
  }

  /**
   * Ends the body, saying how many facts there were. When this returns, all are durable and
   * visible.
   */
  void end(long facts) throws ServiceAway {
    write(("{\"facts\":" + facts + "}\n").getBytes(StandardCharsets.UTF_8));
    pieces.close();
  }

  /** The answer to come. */
  CompletableFuture<HttpResponse<byte[]>> answer() {
    return answer;
  }

  /** Breaks off: the owner keeps nothing of it. */
  public void abandon() {
    pieces.closeExceptionally(new IOException("abandoned"));
    answer.cancel(true);
  }

  private ServiceAway failed() {
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      return new ServiceAway(owner, "answered " + answer.join().statusCode() + " in the middle");
    }
    return new ServiceAway(owner, answer.isDone() ? "broke the connection" : "takes nothing");
  }
}
