package io.headwater.cli.client;

/** What the gateway refused or could not do, as one line for a person. */
public final class GatewayProblem extends RuntimeException {
  private final int status;

  GatewayProblem(int status, String line) {
    super(line);
    this.status = status;
  }

  /** A refusal that has no status of its own. */
  public GatewayProblem(String line) {
    super(line);
    this.status = 0;
  }

  GatewayProblem(String line, Throwable cause) {
    super(line, cause);
    this.status = 0;
  }

  /** HTTP status, 0 when there was no answer at all. */
  public int status() {
    return status;
  }
}
