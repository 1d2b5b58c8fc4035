package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import io.headwater.vocabulary.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What changed between the answers to one question known at two instants, and through what.
 *
 * @param changed whether anything that an answer tells is different
 * @param timePassed whether something changed because time passed, as when a window closed
 * @param learned whether something changed by outcomes of other claims confirmed in between
 * @param verdict of the claim; null where nothing was known
 * @param causes those that came, went, changed their part or became more or less sure
 * @param denied dollars of charges that stand denied
 * @param records what was recorded after the first instant and not after the second and bears on
 *     the answer; without the rest of what was recorded in between the answer is the same
 */
public record Difference(
    String controlNumber,
    Instant from,
    Instant to,
    boolean changed,
    boolean timePassed,
    boolean learned,
    Both<Verdict> verdict,
    List<CauseChange> causes,
    Both<Diagnosis.Action> action,
    Both<BigDecimal> denied,
    List<Through> records) {

  /**
   * A value before and after; null where there is none.
   *
   * @param before as known at the first instant
   * @param after as known at the second
   */
  public record Both<T>(T before, T after) {}

  /** How a cause changed. */
  public enum Kind {
    ADDED,
    REMOVED,
    OTHER_ROLE,
    MORE_SURE,
    LESS_SURE
  }

  /** A cause that is not told as before. */
  public record CauseChange(Cause code, Kind kind, Both<Role> role, Both<Double> confidence) {}

  /** A version of a record through which the answer changed. */
  public record Through(
      Owner service, String kind, String record, int version, Instant recordedAt) {}
}
