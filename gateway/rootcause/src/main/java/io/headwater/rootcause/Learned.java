package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the practice's confirmed outcomes teach, as counts known at the instant of the question. The
 * counts of all payers are given, so that a payer of which little is known leans on the others.
 *
 * @param tallies how often each thing came out
 */
public record Learned(List<Tally> tallies) {

  /** Nothing confirmed yet; the seeds stand as they are. */
  public static final Learned NOTHING = new Learned(List.of());

  /** A missing list is empty. */
  public Learned {
    tallies = tallies == null ? List.of() : List.copyOf(tallies);
  }

  /** What an outcome says. */
  public enum Kind {
    /** Who worked the claim found this cause. */
    CAUSE,
    /** What was done about the cause brought the money. */
    RECOVERED,
    /** What was done about the cause did not. */
    NOT_RECOVERED
  }

  /**
   * How often something came out.
   *
   * @param payerId the payer, or null where the outcome does not say
   * @param reason the payer's reason (CARC), or null where the outcome does not say
   * @param count of outcomes, one or more
   */
  public record Tally(String payerId, String reason, Cause cause, Kind kind, long count) {}

  /** The number of outcomes among those that fit. */
  long count(Predicate<Tally> fits) {
    long count = 0;
    for (var tally : tallies) {
      if (fits.test(tally)) {
        count += tally.count();
      }
    }
    return count;
  }
}
