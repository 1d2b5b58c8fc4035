package io.headwater.denials.standing;

import io.headwater.denials.standing.Decision.Denied;
import io.headwater.denials.standing.Decision.Line;
import io.headwater.denials.standing.Decision.Reversed;
import io.headwater.denials.standing.Decision.Settled;
import io.headwater.denials.standing.Decision.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last word on one line, and the case it makes. A line that was never denied is kept too, so
 * that a remittance read out of turn does not open a case that a later payment had already closed.
 *
 * @param line the line
 * @param source the decision it rests on
 * @param state whether there is work
 * @param codes of the last denial
 * @param remarks of the last denial
 * @param denials how often it was denied
 * @param openedAt when the practice learned of the denial that opened the case
 * @param closedAt when it learned of what closed it
 */
public record Standing(
    Line line,
    Source source,
    State state,
    List<String> codes,
    List<String> remarks,
    int denials,
    Optional<Instant> openedAt,
    Optional<Instant> closedAt) {

  /** Whether a line makes work. */
  public enum State {
    /** Never denied. */
    SETTLED,
    /** Denied, and nothing since. */
    OPEN,
    /** Denied once; paid since. */
    PAID,
    /** Denied once; the payer took that decision back. */
    REVERSED
  }

  /** The case's id: control number, payer and line. */
  public String caseId() {
    return caseId(source, line);
  }

  static String caseId(Source source, Line line) {
    return source.controlNumber() + "/" + source.payerId() + "/" + line.key();
  }

  /** How a line stands by the first decision on it. */
  static Standing first(Source source, Line line) {
    return new Standing(
        line, source, State.SETTLED, List.of(), List.of(), 0, Optional.empty(), Optional.empty());
  }

  /**
   * How the line stands after a decision; an older decision than the one it rests on changes
   * nothing.
   */
  Standing after(Decision decision) {
    if (decision.source().decidedOn().isBefore(source.decidedOn())) {
      return this;
    }
    return switch (decision) {
      case Denied(var by, var denied, var why, var notes) ->
          new Standing(
              denied,
              by,
              State.OPEN,
              why,
              notes,
              said(by) ? denials : denials + 1,
              state == State.OPEN ? openedAt : Optional.of(by.recordedAt()),
              Optional.empty());
      case Settled(var by, _) -> closed(by, State.PAID);
      case Reversed(var by) -> closed(by, State.REVERSED);
    };
  }

  /**
   * Whether the line stands denied by this very payment; a better copy of it denies nothing new.
   */
  private boolean said(Source by) {
    return state == State.OPEN && by.claimPaymentId().equals(source.claimPaymentId());
  }

  private Standing closed(Source by, State how) {
    return state == State.OPEN
        ? new Standing(
            line, by, how, codes, remarks, denials, openedAt, Optional.of(by.recordedAt()))
        : new Standing(line, by, state, codes, remarks, denials, openedAt, closedAt);
  }
}
