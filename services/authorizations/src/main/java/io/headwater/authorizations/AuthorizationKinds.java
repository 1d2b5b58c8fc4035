package io.headwater.authorizations;

import io.headwater.chassis.history.FactKinds;
import io.headwater.chassis.history.Key;
import io.headwater.chassis.history.Kind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The kinds of fact that this service owns, and what each can be found by. */
class AuthorizationKinds {

  @Produces
  @Singleton
  static FactKinds owned() {
    return FactKinds.of(
        Kind.ofPatients(
            "authorization",
            "authorizationId",
            Key.of("patientId"),
            Key.of("memberId"),
            Key.of("number"),
            Key.of("payerId")));
  }
}
