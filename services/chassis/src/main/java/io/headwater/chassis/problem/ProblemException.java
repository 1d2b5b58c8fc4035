package io.headwater.chassis.problem;

/** A refusal on its way to the caller. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final String detail;

  /**
   * A refusal.
   *
   * @param type which
   * @param detail ids, counts and positions; empty for none
   * @param cause what led to it, for the log; may be null
   */
  public ProblemException(ProblemType type, String detail, Throwable cause) {
    super(type.name() + (detail.isEmpty() ? "" : ": " + detail), cause, false, false);
    this.type = type;
    this.detail = detail;
  }

  /** Which refusal. */
  public ProblemType type() {
    return type;
  }

  /** Ids, counts and positions; empty for none. */
  public String detail() {
    return detail;
  }
}
