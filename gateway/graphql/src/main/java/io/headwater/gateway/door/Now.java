package io.headwater.gateway.door;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The server's clock, in the microseconds that the database keeps. */
public final class Now {

  private Now() {}

  /** The one clock of the gateway; tests hand in their own. */
  @Produces
  @Singleton
  static Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }
}
