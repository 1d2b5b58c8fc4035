package io.headwater.chassis.problem;

/** The refusals that every service can utter. */
public enum ChassisProblem implements ProblemType {
  /** No token of the gateway, or one that is not to be trusted. */
  UNAUTHENTICATED(401, "A valid token of the gateway is needed"),
  /** The address, or what it names, does not exist for this practice. */
  NOT_FOUND(404, "There is no such thing"),
  /** The fact was never recorded for this practice. */
  NO_SUCH_FACT(404, "No such fact"),
  /** The body is not what this address reads. */
  UNREADABLE(400, "The body cannot be read"),
  /** The kind belongs to another service. */
  UNKNOWN_KIND(400, "This service does not own that kind of fact"),
  /** A selector asks by a key that the kind does not have. */
  UNKNOWN_KEY(400, "That kind of fact has no such key"),
  /** The database cannot be reached at present. */
  DATABASE_AWAY(503, "The database does not answer; try again shortly"),
  /** A fault of ours; the reference finds it in the log. */
  UNEXPECTED(500, "Something went wrong here");

  private final int status;
  private final String title;

  ChassisProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
