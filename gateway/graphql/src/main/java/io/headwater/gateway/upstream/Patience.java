package io.headwater.gateway.upstream;

import java.time.Duration;

/**
 * How long to wait for a service: the configured time while it answers as quickly as that, more for
 * one that has been answering slowly (a cold or busy machine), and never more than a ceiling. After
 * RFC 6298: a smoothed time plus four times its deviation, or twice that time. A service that hangs
 * teaches nothing.
 */
final class Patience {

  private static final Duration CEILING = Duration.ofSeconds(6);
  private static final int COLD = 8;

  private final long floor;
  private double smoothed;
  private double deviation;
  private int answers;

  Patience(Duration floor) {
    this.floor = floor.toMillis();
  }

  /** How long to wait for the next answer. */
  synchronized Duration current() {
    if (answers < COLD) {
      return CEILING;
    }
    long wanted = Math.round(smoothed + Math.max(smoothed, 4 * deviation));
    return Duration.ofMillis(Math.clamp(wanted, floor, CEILING.toMillis()));
  }

  /** Forgets: nobody listens there, so whoever answers next has just started. */
  synchronized void refused() {
    answers = 0;
  }

  /** Learns from an answer. */
  synchronized void answered(Duration took) {
    double millis = took.toNanos() / 1e6;
    if (answers++ == 0) {
      smoothed = millis;
      deviation = millis / 2;
    } else {
      deviation = 0.75 * deviation + 0.25 * Math.abs(smoothed - millis);
      smoothed = 0.875 * smoothed + 0.125 * millis;
    }
  }
}
