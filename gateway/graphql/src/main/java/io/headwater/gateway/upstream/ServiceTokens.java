package io.headwater.gateway.upstream;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gateway's own short-lived tokens, by which a service learns the practice and the scopes of
 * who asks; services trust nothing else.
 */
@ApplicationScoped
public class ServiceTokens {

  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration REUSED = Duration.ofSeconds(30);
  private static final int REMEMBERED_AT_MOST = 10_000;

  private final PrivateKey key;
  private final Clock clock;
  private final Map<Caller, Signed> signed = new ConcurrentHashMap<>();

  private record Signed(String text, Instant until) {}

  ServiceTokens(ServicesConfig config, Clock clock) {
    this.key = config.tokenPrivateKey().map(ServiceTokens::key).orElse(null);
    this.clock = clock;
  }

  /** A token that says who the caller is, good for at least half a minute. */
  String token(Caller caller) {
    if (signed.size() >= REMEMBERED_AT_MOST) {
      signed.clear();
    }
    var now = clock.instant();
    return signed
        .compute(caller, (c, old) -> old != null && now.isBefore(old.until()) ? old : sign(c, now))
        .text();
  }

  private Signed sign(Caller caller, Instant now) {
    if (key == null) {
      throw new IllegalStateException("HEADWATER_TOKEN_PRIVATE_KEY is not set");
    }
    String text =
        Jwt.issuer("headwater-gateway")
            .subject(caller.subject())
            .claim("practice", caller.practice().toString())
            .claim("scopes", caller.scopes().stream().map(Scope::spelled).sorted().toList())
            .issuedAt(now)
            .expiresAt(now.plus(LIFE))
            .jws()
            .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
            .sign(key);
    return new Signed(text, now.plus(REUSED));
  }

  private static PrivateKey key(String text) {
    try {
      String pem = text.contains("-----BEGIN") ? text : Files.readString(Path.of(text.strip()));
      String body = pem.replace("\\n", "\n").replaceAll("-----[A-Z ]+-----|\\s", "");
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HEADWATER_TOKEN_PRIVATE_KEY is no PKCS#8 EC key", e);
    }
  }
}
