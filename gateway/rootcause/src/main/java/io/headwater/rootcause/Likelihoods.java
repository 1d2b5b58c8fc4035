package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much more often a statement is met where a cause is at work than where it is not; data, read
 * once from {@code likelihoods.tsv}.
 */
final class Likelihoods {
  private static final List<Ratio> ALL =
      Rows.of("likelihoods.tsv").stream().map(Likelihoods::ratio).toList();

  /** The rows of every statement that holds, and of every one that does not. */
  private static final Map<String, Ratios> HOLDING = rows(true);

  private static final Map<String, Ratios> FAILING = rows(false);

  /** The place of every group. */
  private static final Map<String, Integer> GROUPS = groups();

  private Likelihoods() {}

  /** The row of a statement for any cause, or null, and those for single causes. */
  private record Ratios(Ratio any, Map<Cause, Ratio> own) {
    Ratio of(Cause cause) {
      var ratio = own.get(cause);
      return ratio == null ? any : ratio;
    }
  }

  /**
   * A row of the table.
   *
   * @param cause null for any
   * @param group statements of one group lean on the same records
   */
  record Ratio(String evidence, boolean holds, Cause cause, String group, double ratio) {}

  /** What the examination of a cause came to, for the cause itself. */
  enum Standing {
    PROVEN("examination.proves"),
    SUGGESTED("examination.suggests"),
    PAYER_ALONE("examination.payer-alone"),
    INSUFFICIENT("examination.insufficient"),
    REFUTED("examination.refutes"),
    SILENT("examination.silent"),
    UNKNOWN("");

    private final String evidence;

    Standing(String evidence) {
      this.evidence = evidence;
    }

    /** Its name in the table; empty where nothing can be said. */
    String evidence() {
      return evidence;
    }
  }

  /** What a biller who worked the claim said of a cause. */
  enum Word {
    CONFIRMS("biller.confirms"),
    CORRECTS("biller.corrects"),
    NOTHING("");

    private final String evidence;

    Word(String evidence) {
      this.evidence = evidence;
    }

    /** Its name in the table; empty where nobody said anything. */
    String evidence() {
      return evidence;
    }
  }

  /** The rows, for tests of the table. */
  static List<Ratio> all() {
    return ALL;
  }

  /** The ratio of everything that is known for or against a cause; 1 where nothing is. */
  static double of(Cause cause, Standing standing, Word word, Map<Observation, Boolean> seen) {
    var most = new double[GROUPS.size()];
    var least = new double[GROUPS.size()];
    Arrays.fill(most, 1);
    Arrays.fill(least, 1);
    tell(most, least, HOLDING.get(standing.evidence()), cause);
    tell(most, least, HOLDING.get(word.evidence()), cause);
    if (standing != Standing.UNKNOWN) {
      for (var observed : seen.entrySet()) {
        var rows = observed.getValue() ? HOLDING : FAILING;
        tell(most, least, rows.get(observed.getKey().evidence()), cause);
      }
    }
    double ratio = 1;
    for (int i = 0; i < most.length; i++) {
      ratio *= most[i] * least[i];
    }
    return ratio;
  }

  /** Of a group the strongest statement for the cause counts, and the strongest against it. */
  private static void tell(double[] most, double[] least, Ratios rows, Cause cause) {
    var found = rows == null ? null : rows.of(cause);
    if (found != null) {
      int group = GROUPS.get(found.group());
      most[group] = Math.max(most[group], found.ratio());
      least[group] = Math.min(least[group], found.ratio());
    }
  }

  private static Map<String, Ratios> rows(boolean holds) {
    var rows = new HashMap<String, Ratios>();
    for (var ratio : ALL) {
      if (ratio.holds() == holds) {
        var known =
            rows.getOrDefault(ratio.evidence(), new Ratios(null, new EnumMap<>(Cause.class)));
        if (ratio.cause() == null) {
          rows.put(ratio.evidence(), new Ratios(ratio, known.own()));
        } else {
          if (known.own().put(ratio.cause(), ratio) != null) {
            throw new IllegalStateException("likelihoods.tsv says twice " + ratio);
          }
          rows.put(ratio.evidence(), known);
        }
      }
    }
    return Map.copyOf(rows);
  }

  private static Map<String, Integer> groups() {
    var groups = new HashMap<String, Integer>();
    ALL.forEach(r -> groups.putIfAbsent(r.group(), groups.size()));
    return Map.copyOf(groups);
  }

  private static Ratio ratio(List<String> row) {
    var cause =
        "*".equals(row.get(2))
            ? null
            : Cause.of(row.get(2))
                .orElseThrow(
                    () -> new IllegalStateException("likelihoods.tsv names no cause " + row));
    return new Ratio(
        row.get(0), "yes".equals(row.get(1)), cause, row.get(3), Double.parseDouble(row.get(4)));
  }
}
