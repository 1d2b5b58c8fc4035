package io.headwater.chassis.tenancy;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks, as the gateway vouches for it.
 *
 * @param practice whose data may be seen
 * @param subject the key or person, an id
 * @param scopes what the gateway granted
 */
public record Caller(UUID practice, String subject, Set<String> scopes) {

  /** Keeps the scopes as they were given. */
  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
