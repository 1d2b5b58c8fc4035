package io.headwater.denials;

import io.headwater.chassis.problem.ProblemType;

/** Every refusal that this service adds to those of the chassis. */
public enum DenialsProblem implements ProblemType {
  /** A state of cases that does not exist. */
  UNKNOWN_STATE(400, "The states of a case are OPEN, PAID and REVERSED");

  private final int status;
  private final String title;

  DenialsProblem(int status, String title) {
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
