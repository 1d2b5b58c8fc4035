package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much more often a statement is met where a cause is at work than where it is not; data, read
 * once from {@code likelihoods.tsv}.
 */
final class Likelihoods {
  private static final List<Ratio> ALL =
      Rows.of("likelihoods.tsv").stream().map(Likelihoods::ratio).toList();

  private static final Map<Statement, Map<Optional<Cause>, Ratio>> BY_STATEMENT =
      ALL.stream()
          .collect(
              Collectors.groupingBy(
                  r -> new Statement(r.evidence(), r.holds()),
                  Collectors.toUnmodifiableMap(
                      r -> Optional.ofNullable(r.cause()), Function.identity())));

  private Likelihoods() {}

  /** What is said of the records, and whether it holds. */
  private record Statement(String evidence, boolean holds) {}

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
    var told = new ArrayList<Ratio>();
    add(told, standing.evidence(), true, cause);
    add(told, word.evidence(), true, cause);
    if (standing != Standing.UNKNOWN) {
      seen.forEach((observation, holds) -> add(told, observation.evidence(), holds, cause));
    }
    var groups = new HashMap<String, double[]>();
    for (var ratio : told) {
      var telling = groups.computeIfAbsent(ratio.group(), _ -> new double[] {1, 1});
      telling[0] = Math.max(telling[0], ratio.ratio());
      telling[1] = Math.min(telling[1], ratio.ratio());
    }
    return groups.values().stream().mapToDouble(g -> g[0] * g[1]).reduce(1, (a, b) -> a * b);
  }

  /** The row for the cause itself, else the one for any. */
  private static void add(List<Ratio> told, String evidence, boolean holds, Cause cause) {
    var rows = BY_STATEMENT.getOrDefault(new Statement(evidence, holds), Map.of());
    var found = rows.getOrDefault(Optional.of(cause), rows.get(Optional.<Cause>empty()));
    if (found != null) {
      told.add(found);
    }
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
