package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much more often a statement is met where a cause is at work than where it is not; data, read
 * once from {@code likelihoods.tsv}.
 */
final class Likelihoods {
  private static final List<Ratio> ALL =
      Rows.of("likelihoods.tsv").stream().map(Likelihoods::ratio).toList();

  /** The place of every group. */
  private static final Map<String, Integer> GROUPS = groups();

  /** The rows of every statement that holds, and of every one that does not. */
  private static final Map<String, Ratios> HOLDING = rows(true);

  private static final Map<String, Ratios> FAILING = rows(false);

  private Likelihoods() {}

  /** What a statement says of every cause: a ratio and the place of its group, by ordinal. */
  private static final class Ratios {
    private static final int SILENT = -1;

    private final double[] ratio = new double[Cause.values().length];
    private final int[] group = new int[ratio.length];

    private Ratios(List<Ratio> rows) {
      Arrays.fill(group, SILENT);
      for (var row : rows) {
        if (row.cause() == null) {
          Arrays.fill(ratio, row.ratio());
          Arrays.fill(group, GROUPS.get(row.group()));
        }
      }
      var told = EnumSet.noneOf(Cause.class);
      for (var row : rows) {
        if (row.cause() != null) {
          if (!told.add(row.cause())) {
            throw new IllegalStateException("likelihoods.tsv says twice " + row);
          }
          ratio[row.cause().ordinal()] = row.ratio();
          group[row.cause().ordinal()] = GROUPS.get(row.group());
        }
      }
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

  /** What is seen of a claim, weighed for one cause after another. */
  static final class Weighing {
    private final List<Ratios> seen = new ArrayList<>();
    private final double[] most = new double[GROUPS.size()];
    private final double[] least = new double[GROUPS.size()];

    Weighing(Map<Observation, Boolean> observed) {
      for (var observation : observed.entrySet()) {
        var rows = observation.getValue() ? HOLDING : FAILING;
        var told = rows.get(observation.getKey().evidence());
        if (told != null) {
          seen.add(told);
        }
      }
    }

    /** The ratio of everything that is known for or against a cause; 1 where nothing is. */
    double of(Cause cause, Standing standing, Word word) {
      Arrays.fill(most, 1);
      Arrays.fill(least, 1);
      tell(HOLDING.get(standing.evidence()), cause);
      tell(HOLDING.get(word.evidence()), cause);
      if (standing != Standing.UNKNOWN) {
        for (int i = 0; i < seen.size(); i++) {
          tell(seen.get(i), cause);
        }
      }
      double ratio = 1;
      for (int i = 0; i < most.length; i++) {
        ratio *= most[i] * least[i];
      }
      return ratio;
    }

    /** Of a group the strongest statement for the cause counts, and the strongest against it. */
    private void tell(Ratios told, Cause cause) {
      int group = told == null ? Ratios.SILENT : told.group[cause.ordinal()];
      if (group != Ratios.SILENT) {
        most[group] = Math.max(most[group], told.ratio[cause.ordinal()]);
        least[group] = Math.min(least[group], told.ratio[cause.ordinal()]);
      }
    }
  }

  private static Map<String, Ratios> rows(boolean holds) {
    var byStatement =
        ALL.stream()
            .filter(ratio -> ratio.holds() == holds)
            .collect(Collectors.groupingBy(Ratio::evidence));
    var rows = new HashMap<String, Ratios>();
    byStatement.forEach((statement, ratios) -> rows.put(statement, new Ratios(ratios)));
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
