package io.headwater.rootcause;

import io.headwater.rootcause.Learned.Kind;
import io.headwater.rootcause.Learned.Tally;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Cause;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How likely an action is to bring the money: seeds by action, payer's code and cause, read once
 * from {@code recoverability.tsv}, moved by what came of such causes at the payer and, where little
 * did, at the practice's other payers.
 */
final class Recoverability {
  private static final String ANY = "*";
  private static final String MENDED = "mended";

  /**
   * Where a window is closed or nothing is asked of the payer, what came of others says nothing.
   */
  private static final Set<ActionKind> NOTHING_TO_LEARN =
      EnumSet.of(
          ActionKind.WRITE_OFF,
          ActionKind.WAIT,
          ActionKind.VOID,
          ActionKind.PATIENT_STATEMENT,
          ActionKind.PATIENT_REFUND);

  private static final Map<ActionKind, Map<Key, Double>> SEEDS = new EnumMap<>(ActionKind.class);
  private static final Shrinkage SHRINKAGE;

  static {
    double strength = 0;
    for (var row : Rows.of("recoverability.tsv")) {
      if ("STRENGTH".equals(row.getFirst())) {
        strength = Double.parseDouble(row.get(1));
      } else {
        SEEDS
            .computeIfAbsent(ActionKind.valueOf(row.get(1)), _ -> new HashMap<>())
            .put(new Key(row.get(2), row.get(3)), Double.parseDouble(row.get(4)));
      }
    }
    SHRINKAGE = new Shrinkage(strength);
  }

  private Recoverability() {}

  /** When, and about which cause; either may be any. */
  private record Key(String when, String cause) {}

  /**
   * The probability from 0 to 1 that the action brings the money.
   *
   * @param cause the root that the action is about, or null where none is known
   * @param mended the defect has been put right already
   */
  static double of(
      ActionKind action,
      Cause cause,
      boolean mended,
      Reported reported,
      String payerId,
      Learned learned) {
    var seed = seed(action, cause, mended, reported);
    if (cause == null || NOTHING_TO_LEARN.contains(action)) {
      return seed;
    }
    var here = tally(learned, t -> at(payerId, t) && t.cause() == cause);
    var elsewhere = tally(learned, t -> !at(payerId, t) && t.cause() == cause);
    var probability =
        SHRINKAGE.of(seed, here.recovered(), here.all(), elsewhere.recovered(), elsewhere.all());
    return Math.round(probability * 1000) / 1000.0;
  }

  /** The actions of which the table speaks, for its test. */
  static boolean speaksOf(ActionKind action) {
    return SEEDS.containsKey(action) && SEEDS.get(action).containsKey(new Key(ANY, ANY));
  }

  private record Came(long recovered, long all) {}

  private static Came tally(Learned learned, java.util.function.Predicate<Tally> fits) {
    long recovered = learned.count(t -> t.kind() == Kind.RECOVERED && fits.test(t));
    long lost = learned.count(t -> t.kind() == Kind.NOT_RECOVERED && fits.test(t));
    return new Came(recovered, recovered + lost);
  }

  private static boolean at(String payerId, Tally tally) {
    return payerId != null && Objects.equals(payerId, tally.payerId());
  }

  private static double seed(ActionKind action, Cause cause, boolean mended, Reported reported) {
    var rows = SEEDS.getOrDefault(action, Map.of());
    var about = cause == null ? ANY : cause.code();
    var when =
        mended
            ? List.of(MENDED)
            : Stream.concat(reported.remarks().stream(), reported.reasons().stream()).toList();
    for (var code : when) {
      var both = rows.get(new Key(code, mended ? ANY : about));
      if (both != null) {
        return both;
      }
    }
    var seed = rows.get(new Key(ANY, about));
    if (seed != null) {
      return seed;
    }
    for (var code : when) {
      var anyCause = rows.get(new Key(code, ANY));
      if (anyCause != null) {
        return anyCause;
      }
    }
    return rows.getOrDefault(new Key(ANY, ANY), 0.0);
  }
}
