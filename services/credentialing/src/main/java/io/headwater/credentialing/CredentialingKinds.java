package io.headwater.credentialing;

import io.headwater.chassis.history.FactKinds;
import io.headwater.chassis.history.Key;
import io.headwater.chassis.history.Kind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The kinds of fact that this service owns, and what each can be found by. */
class CredentialingKinds {

  @Produces
  @Singleton
  static FactKinds owned() {
    return FactKinds.of(
        Kind.of("provider", "npi", Key.of("npi")),
        Kind.of("location", "locationId", Key.of("locationId")),
        Kind.of("practice-profile", "groupNpi"),
        Kind.of("enrollment", "enrollmentId", Key.of("npi"), Key.of("payerId")),
        Kind.of("group-linkage", "linkageId", Key.of("npi"), Key.of("payerId")),
        Kind.of(
            "supervision",
            "arrangementId",
            Key.from("npi", "superviseeNpi", "supervisorNpi"),
            Key.of("payerId")));
  }
}
