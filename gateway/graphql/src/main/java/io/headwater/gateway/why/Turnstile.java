package io.headwater.gateway.why;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few questions through at a time, in order, and has the others wait before they ask any
 * service: a crowd is answered slowly, but no service is called away because the machine is busy.
 */
final class Turnstile {

  private final Semaphore places;
  private final Duration patience;

  /** So many at a time, each waiting no longer than this. */
  Turnstile(int places, Duration patience) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  /** Does the work when its turn comes; refuses when that takes too long. */
  <T> T pass(Supplier<T> work) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new QueryRefusal.Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryRefusal.Busy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
