package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headwater.rootcause.Learned.Kind;
import io.headwater.rootcause.Learned.Tally;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of learning, whatever a payer does. */
class LearningPropertiesTest {
  private static final Reported SAID =
      new Reported(Set.of("197"), Set.of(), Set.of("CO"), Set.of(), Set.of());
  private static final int TAUGHT = 200;
  private static final int ASKED = 200;

  @Property
  void aPayerWithFewCasesLeansOnItsParent(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double parent,
      @ForAll @IntRange(max = 4) int cases,
      @ForAll @IntRange(max = 4) int hits) {
    var shrinkage = new Shrinkage(8);
    var share = shrinkage.towards(parent, Math.min(hits, cases), cases);

    assertThat(Math.abs(share - parent)).isLessThanOrEqualTo(cases / (8.0 + cases) + 1e-9);
    assertThat(share).isBetween(0.0, 1.0);
  }

  @Property
  void aPayerWithManyCasesStandsOnItsOwn(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double parent,
      @ForAll @DoubleRange(min = 0, max = 1) double rate) {
    long cases = 2000;
    var share = new Shrinkage(8).towards(parent, Math.round(rate * cases), cases);

    assertThat(share).isBetween(rate - 0.005, rate + 0.005);
  }

  @Property
  void withoutCasesOfItsOwnAPayerIsLikeTheOthers(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double seed,
      @ForAll @IntRange(max = 500) int elsewhere) {
    var shrinkage = new Shrinkage(20);
    long hits = elsewhere / 3;

    assertThat(shrinkage.of(seed, 0, 0, hits, elsewhere))
        .isCloseTo(shrinkage.towards(seed, hits, elsewhere), within(1e-9));
  }

  /**
   * A payer means by its code whatever it means; after two hundred confirmed causes the priors tell
   * the next two hundred better than the seeds did, or as well where the seeds were right.
   */
  @Property(tries = 200)
  void calibrationImprovesOnReplay(@ForAll @LongRange(min = 0, max = 1_000_000) long chance) {
    var random = new Random(chance);
    var meant = meaning(random);
    var taught = new EnumMap<Cause, Long>(Cause.class);
    for (int i = 0; i < TAUGHT; i++) {
      taught.merge(drawn(meant, random), 1L, Long::sum);
    }
    var tallies = new ArrayList<Tally>();
    taught.forEach((c, n) -> tallies.add(new Tally("P", "197", c, Kind.CAUSE, n)));
    var seeds = priors(Learned.NOTHING);
    var learned = priors(new Learned(tallies));
    double before = 0;
    double after = 0;
    for (int i = 0; i < ASKED; i++) {
      var truth = drawn(meant, random);
      before += brier(seeds, truth);
      after += brier(learned, truth);
    }

    assertThat(after / ASKED).isLessThan(before / ASKED + 0.02);
    assertThat(miscalibration(learned, meant)).isLessThan(miscalibration(seeds, meant) + 0.02);
  }

  private static Map<Cause, Double> priors(Learned learned) {
    var shares = Priors.of(SAID, Verdict.DENIED, "P", learned);
    var priors = new EnumMap<Cause, Double>(Cause.class);
    for (var cause : Cause.values()) {
      priors.put(cause, shares[cause.ordinal()]);
    }
    return priors;
  }

  @Property(tries = 200)
  void theChanceOfAnActionComesCloserToWhatHappens(
      @ForAll @DoubleRange(min = 0, max = 1) double rate,
      @ForAll @LongRange(min = 0, max = 1_000_000) long chance) {
    var random = new Random(chance);
    long won = 0;
    for (int i = 0; i < TAUGHT; i++) {
      won += random.nextDouble() < rate ? 1 : 0;
    }
    var learned =
        new Learned(
            List.of(
                new Tally("P", "197", Cause.AUTH_ABSENT, Kind.RECOVERED, won),
                new Tally("P", "197", Cause.AUTH_ABSENT, Kind.NOT_RECOVERED, TAUGHT - won)));
    var seed = chance(Learned.NOTHING);

    assertThat(Math.abs(chance(learned) - rate)).isLessThan(Math.abs(seed - rate) + 0.12);
    assertThat(Math.abs(chance(learned) - rate)).isLessThan(0.17);
  }

  private static double chance(Learned learned) {
    return Recoverability.of(
        ActionKind.RETRO_AUTHORIZATION, Cause.AUTH_ABSENT, false, SAID, "P", learned);
  }

  /** What a made-up payer means by its code: the causes of authorization, unevenly. */
  private static Map<Cause, Double> meaning(Random random) {
    var meant = new EnumMap<Cause, Double>(Cause.class);
    double sum = 0;
    for (var cause : Family.of(SAID)) {
      var weight = Math.pow(random.nextDouble(), 3);
      meant.put(cause, weight);
      sum += weight;
    }
    var all = sum;
    meant.replaceAll((_, weight) -> weight / all);
    return meant;
  }

  private static Cause drawn(Map<Cause, Double> meant, Random random) {
    var left = random.nextDouble();
    Cause last = null;
    for (var share : meant.entrySet()) {
      last = share.getKey();
      left -= share.getValue();
      if (left <= 0) {
        return last;
      }
    }
    return last;
  }

  private static double brier(Map<Cause, Double> shares, Cause truth) {
    return shares.entrySet().stream()
        .mapToDouble(s -> Math.pow(s.getValue() - (s.getKey() == truth ? 1 : 0), 2))
        .sum();
  }

  private static double miscalibration(Map<Cause, Double> shares, Map<Cause, Double> meant) {
    return shares.entrySet().stream()
        .mapToDouble(s -> Math.abs(s.getValue() - meant.getOrDefault(s.getKey(), 0.0)))
        .sum();
  }
}
