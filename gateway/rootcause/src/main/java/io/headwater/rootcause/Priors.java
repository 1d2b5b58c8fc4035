package io.headwater.rootcause;

import io.headwater.rootcause.Learned.Kind;
import io.headwater.rootcause.Learned.Tally;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How likely each cause is before any record is looked at, given the payer's codes; data, read once
 * from {@code priors.tsv}, moved by the outcomes that the practice has confirmed.
 */
final class Priors {
  private static final String ANY = "*";
  private static final Set<String> EVERY = Set.of(ANY);
  private static final Set<String> FRONT_DOOR = Set.of("277CA");
  private static final Set<String> VERDICTS = Set.of("VERDICT");
  private static final Map<Level, double[]> ROWS = new HashMap<>();
  private static final Shrinkage SHRINKAGE;
  private static final double MIX;

  static {
    double strength = 0;
    double mix = 0;
    for (var row : Rows.of("priors.tsv")) {
      switch (row.getFirst()) {
        case "STRENGTH" -> strength = Double.parseDouble(row.get(1));
        case "MIX" -> mix = Double.parseDouble(row.get(1));
        default -> keep(row);
      }
    }
    SHRINKAGE = new Shrinkage(strength);
    MIX = mix;
  }

  private Priors() {}

  /** Codes of one row. */
  private record Level(String group, String reason, String remark) {}

  private static void keep(List<String> row) {
    var shares = new double[Cause.values().length];
    for (var share : row.get(3).split(" ", -1)) {
      var word = share.substring(0, share.indexOf('='));
      var cause =
          Cause.of(word)
              .orElseThrow(() -> new IllegalStateException("priors.tsv names no cause " + word));
      shares[cause.ordinal()] = Double.parseDouble(share.substring(share.indexOf('=') + 1)) / 100;
    }
    for (var reason : row.get(1).split(",", -1)) {
      for (var remark : row.get(2).split(",", -1)) {
        ROWS.put(new Level(row.getFirst(), reason, remark), shares);
      }
    }
  }

  /**
   * The share of each cause by its ordinal, from 0 to 1; what is missing to 1 is the share of
   * causes that are none of ours.
   *
   * @param payerId the payer that denied, or null
   */
  static double[] of(Reported reported, Verdict verdict, String payerId, Learned learned) {
    var seed = seed(reported, verdict);
    if (learned.tallies().isEmpty()) {
      return seed;
    }
    var confirmed =
        learned.tallies().stream()
            .filter(t -> t.kind() == Kind.CAUSE && alike(t, reported))
            .toList();
    return confirmed.isEmpty() ? seed : learn(seed, payerId, confirmed);
  }

  /** Whether an outcome is of a denial under one of these codes. */
  private static boolean alike(Tally tally, Reported reported) {
    return tally.reason() != null
        && (reported.reasons().contains(tally.reason())
            || reported.statuses().contains(tally.reason()));
  }

  private static double[] learn(double[] seed, String payerId, List<Tally> confirmed) {
    var here = new Learned(confirmed.stream().filter(t -> at(payerId, t)).toList());
    var elsewhere = new Learned(confirmed.stream().filter(t -> !at(payerId, t)).toList());
    long all = here.count(_ -> true);
    long others = elsewhere.count(_ -> true);
    var learned = new double[seed.length];
    for (var cause : Cause.values()) {
      learned[cause.ordinal()] =
          SHRINKAGE.of(
              seed[cause.ordinal()],
              here.count(t -> t.cause() == cause),
              all,
              elsewhere.count(t -> t.cause() == cause),
              others);
    }
    return learned;
  }

  private static boolean at(String payerId, Tally tally) {
    return payerId != null && Objects.equals(payerId, tally.payerId());
  }

  /** The seed of the codes: the most specific rows, mixed with the less specific ones. */
  private static double[] seed(Reported reported, Verdict verdict) {
    var seed = ROWS.get(new Level(ANY, ANY, ANY)).clone();
    if (reported.rejected()) {
      var ofEntities = new ArrayList<String>();
      for (var status : reported.statuses()) {
        for (var entity : reported.entities()) {
          ofEntities.add(status + ":" + entity);
        }
      }
      mix(seed, FRONT_DOOR, reported.statuses(), EVERY);
      mix(seed, FRONT_DOOR, ofEntities, EVERY);
    } else if (reported.reasons().isEmpty() && reported.remarks().isEmpty()) {
      mix(seed, VERDICTS, Set.of(String.valueOf(verdict)), EVERY);
    } else {
      mix(seed, EVERY, reported.reasons(), EVERY);
      mix(seed, reported.groups(), reported.reasons(), EVERY);
      mix(seed, EVERY, EVERY, reported.remarks());
      mix(seed, EVERY, reported.reasons(), reported.remarks());
      mix(seed, reported.groups(), reported.reasons(), reported.remarks());
    }
    return seed;
  }

  /** Mixes the rows of some codes, where there are any, into the shares of less specific ones. */
  private static void mix(
      double[] shares,
      Collection<String> groups,
      Collection<String> reasons,
      Collection<String> remarks) {
    var rows = new ArrayList<double[]>();
    for (var group : groups) {
      for (var reason : reasons) {
        for (var remark : remarks) {
          var row = ROWS.get(new Level(group, reason, remark));
          if (row != null) {
            rows.add(row);
          }
        }
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = shares[i] * (1 - MIX);
      for (var row : rows) {
        shares[i] += row[i] * MIX / rows.size();
      }
    }
  }
}
