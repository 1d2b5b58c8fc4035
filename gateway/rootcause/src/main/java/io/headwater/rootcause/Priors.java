package io.headwater.rootcause;

import io.headwater.rootcause.Learned.Kind;
import io.headwater.rootcause.Learned.Tally;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
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
  private static final Map<Level, Map<Cause, Double>> ROWS = new HashMap<>();
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
    var shares = new EnumMap<Cause, Double>(Cause.class);
    for (var share : row.get(3).split(" ", -1)) {
      var word = share.substring(0, share.indexOf('='));
      var cause =
          Cause.of(word)
              .orElseThrow(() -> new IllegalStateException("priors.tsv names no cause " + word));
      shares.put(cause, Double.parseDouble(share.substring(share.indexOf('=') + 1)) / 100);
    }
    for (var reason : row.get(1).split(",", -1)) {
      for (var remark : row.get(2).split(",", -1)) {
        ROWS.put(new Level(row.getFirst(), reason, remark), shares);
      }
    }
  }

  /**
   * The share of each cause, from 0 to 1; what is missing to 1 is the share of causes that are none
   * of ours.
   *
   * @param payerId the payer that denied, or null
   */
  static Map<Cause, Double> of(
      Reported reported, Verdict verdict, String payerId, Learned learned) {
    var seed = seed(reported, verdict);
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

  private static Map<Cause, Double> learn(
      Map<Cause, Double> seed, String payerId, List<Tally> confirmed) {
    var here = new Learned(confirmed.stream().filter(t -> at(payerId, t)).toList());
    var elsewhere = new Learned(confirmed.stream().filter(t -> !at(payerId, t)).toList());
    long all = here.count(_ -> true);
    long others = elsewhere.count(_ -> true);
    var learned = new EnumMap<Cause, Double>(Cause.class);
    seed.forEach(
        (cause, share) ->
            learned.put(
                cause,
                SHRINKAGE.of(
                    share,
                    here.count(t -> t.cause() == cause),
                    all,
                    elsewhere.count(t -> t.cause() == cause),
                    others)));
    return learned;
  }

  private static boolean at(String payerId, Tally tally) {
    return payerId != null && Objects.equals(payerId, tally.payerId());
  }

  /** The seed of the codes: the most specific rows, mixed with the less specific ones. */
  private static Map<Cause, Double> seed(Reported reported, Verdict verdict) {
    var levels = new ArrayList<List<Level>>();
    if (reported.rejected()) {
      levels.add(levels(Set.of("277CA"), reported.statuses(), Set.of(ANY)));
      levels.add(
          reported.statuses().stream()
              .flatMap(s -> reported.entities().stream().map(e -> s + ":" + e))
              .map(s -> new Level("277CA", s, ANY))
              .toList());
    } else if (reported.reasons().isEmpty() && reported.remarks().isEmpty()) {
      levels.add(List.of(new Level("VERDICT", String.valueOf(verdict), ANY)));
    } else {
      levels.add(levels(Set.of(ANY), reported.reasons(), Set.of(ANY)));
      levels.add(levels(reported.groups(), reported.reasons(), Set.of(ANY)));
      levels.add(levels(Set.of(ANY), Set.of(ANY), reported.remarks()));
      levels.add(levels(Set.of(ANY), reported.reasons(), reported.remarks()));
      levels.add(levels(reported.groups(), reported.reasons(), reported.remarks()));
    }
    var seed = ROWS.get(new Level(ANY, ANY, ANY));
    for (var level : levels) {
      var rows = level.stream().map(ROWS::get).filter(Objects::nonNull).toList();
      if (!rows.isEmpty()) {
        seed = mixed(rows, seed);
      }
    }
    return seed;
  }

  private static List<Level> levels(
      Collection<String> groups, Collection<String> reasons, Collection<String> remarks) {
    var levels = new ArrayList<Level>();
    for (var group : groups) {
      for (var reason : reasons) {
        for (var remark : remarks) {
          levels.add(new Level(group, reason, remark));
        }
      }
    }
    return levels;
  }

  private static Map<Cause, Double> mixed(List<Map<Cause, Double>> rows, Map<Cause, Double> below) {
    var mixed = new EnumMap<Cause, Double>(Cause.class);
    below.forEach((cause, share) -> mixed.merge(cause, share * (1 - MIX), Double::sum));
    for (var row : rows) {
      row.forEach((cause, share) -> mixed.merge(cause, share * MIX / rows.size(), Double::sum));
    }
    return mixed;
  }
}
