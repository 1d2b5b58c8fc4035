package io.headwater.gateway.upstream;

import io.headwater.vocabulary.Owner;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where the fact services are and how long each is waited for. */
@ConfigMapping(prefix = "headwater")
public interface ServicesConfig {

  /** Base address by owner; environment {@code HEADWATER_SERVICES_CLAIMS} and so on. */
  Map<String, URI> services();

  /** How long a warm service is waited for in a query; a slower but answering one gets more. */
  @WithDefault("800MS")
  Duration patience();

  /** How long a write is waited for. */
  @WithName("write-patience")
  @WithDefault("120S")
  Duration writePatience();

  /** PEM of the ES256 private key by which the gateway's tokens are signed, or a file with it. */
  @WithName("token.private-key")
  Optional<String> tokenPrivateKey();

  /** Whether operators may declare outages, for tests of partial failure. */
  @WithDefault("off")
  String faults();

  /** The base address of a service. */
  default URI address(Owner owner) {
    URI address = services().get(owner.name().toLowerCase(java.util.Locale.ROOT));
    if (address == null) {
      address = services().get(owner.name());
    }
    if (address == null) {
      throw new IllegalStateException("no address for " + owner);
    }
    return address;
  }
}
