package io.headwater.chassis.tenancy;

import static io.headwater.chassis.problem.ChassisProblem.UNAUTHENTICATED;

import jakarta.enterprise.context.RequestScoped;

/**
 * The caller of the request in hand. A request that no token vouches for has none, and reaches no
 * resource.
 */
@RequestScoped
public class CallerOfRequest {

  private Caller caller;

  /** Who asks; refuses where nobody was vouched for. */
  public Caller get() {
    if (caller == null) {
      throw UNAUTHENTICATED.toException();
    }
    return caller;
  }

  void identify(Caller vouchedFor) {
    caller = vouchedFor;
  }
}
