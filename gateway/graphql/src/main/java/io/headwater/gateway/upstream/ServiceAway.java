package io.headwater.gateway.upstream;

import io.headwater.vocabulary.Owner;

/** A service that did not answer: nothing follows about its facts. */
public final class ServiceAway extends Exception {

  private final Owner owner;
  private final String reason;

  /** Which service, and in a few words why. */
  ServiceAway(Owner owner, String reason) {
    super(owner + ": " + reason, null, false, false);
    this.owner = owner;
    this.reason = reason;
  }

  /** Which service. */
  public Owner owner() {
    return owner;
  }

  /** In a few words why: timeout, refused, status. */
  public String reason() {
    return reason;
  }
}
