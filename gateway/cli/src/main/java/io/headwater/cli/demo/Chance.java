package io.headwater.cli.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The only source of variety: the same seed gives the same practice, byte for byte. */
final class Chance {
  private final RandomGenerator random;

  Chance(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Digits of which the first is not zero. */
  String digits(int count) {
    var text = new StringBuilder().append(between(1, 9));
    while (text.length() < count) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }
}
