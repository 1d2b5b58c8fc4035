package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  @Test
  void whoComesLaterWaitsForAPlace() throws InterruptedException, ExecutionException {
    var turnstile = new Turnstile(1, Duration.ofSeconds(20));
    var inside = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> turnstile.pass(() -> stay(inside, leave)));
      inside.await();
      var second = threads.submit(() -> turnstile.pass(() -> "second"));

      assertThat(second.isDone()).isFalse();
      leave.countDown();
      assertThat(first.get()).isEqualTo("first");
      assertThat(second.get()).isEqualTo("second");
    }
  }

  @Test
  void whoWaitsTooLongIsToldSo() throws InterruptedException, ExecutionException {
    var turnstile = new Turnstile(1, Duration.ofMillis(10));
    var inside = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> turnstile.pass(() -> stay(inside, leave)));
      inside.await();

      assertThatThrownBy(() -> turnstile.pass(() -> "second"))
          .isInstanceOf(QueryRefusal.Busy.class);
      leave.countDown();
      assertThat(first.get()).isEqualTo("first");
    }
  }

  private static String stay(CountDownLatch inside, CountDownLatch leave) {
    inside.countDown();
    try {
      leave.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "first";
  }
}
