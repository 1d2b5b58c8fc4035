package io.headwater.chassis.tenancy;

import static io.headwater.chassis.problem.ChassisProblem.UNAUTHENTICATED;

import io.headwater.chassis.ServiceConfig;
import io.headwater.chassis.problem.ProblemException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Checks the gateway's short-lived token: ES256, its issuer, its age, and the claims {@code
 * practice} and {@code scopes}.
 */
@ApplicationScoped
public class GatewayToken {

  private static final String ISSUER = "headwater-gateway";
  private static final long LONGEST_LIFE_SECONDS = 300;
  private static final int CLOCK_SKEW_SECONDS = 5;

  private static final int MOST_REMEMBERED = 4096;

  private final DefaultJWTParser parser;

  /** Callers of tokens that were verified, until those run out; a signature costs milliseconds. */
  private final Map<String, Vouched> verified = new ConcurrentHashMap<>();

  /** A verified caller and the second at which its token runs out. */
  private record Vouched(Caller caller, long expires) {}

  @Inject
  GatewayToken(ServiceConfig config) {
    this(publicKey(config.token().publicKey()));
  }

  GatewayToken(PublicKey key) {
    var context = new JWTAuthContextInfo(key, ISSUER);
    context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    context.setMaxTimeToLiveSecs(LONGEST_LIFE_SECONDS);
    context.setClockSkew(CLOCK_SKEW_SECONDS);
    context.setRequiredClaims(Set.of("practice", "sub"));
    parser = new DefaultJWTParser(context);
  }

  /**
   * The caller that a header {@code Authorization: Bearer …} vouches for; anything else is refused.
   */
  Caller caller(String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      throw UNAUTHENTICATED.toException();
    }
    var text = authorization.substring("Bearer ".length()).strip();
    var known = verified.get(text);
    if (known != null && known.expires() > Instant.now().getEpochSecond()) {
      return known.caller();
    }
    try {
      var token = parser.parse(text);
      var caller =
          new Caller(
              UUID.fromString(text(token.getClaim("practice"))), token.getSubject(), scopes(token));
      if (verified.size() >= MOST_REMEMBERED) {
        verified.clear();
      }
      verified.put(text, new Vouched(caller, token.getExpirationTime()));
      return caller;
    } catch (ParseException | IllegalArgumentException refused) {
      throw new ProblemException(UNAUTHENTICATED, "", refused);
    }
  }

  private static Set<String> scopes(JsonWebToken token) {
    return token.getClaim("scopes") instanceof Collection<?> scopes
        ? scopes.stream().map(GatewayToken::text).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static String text(Object claim) {
    return claim instanceof JsonString json ? json.getString() : String.valueOf(claim);
  }

  private static PublicKey publicKey(String pemOrPath) {
    try {
      var pem = pemOrPath.contains("-----BEGIN") ? pemOrPath : Files.readString(Path.of(pemOrPath));
      var encoded =
          pem.replaceAll("-----[A-Z ]+-----", "").replace("\\n", "").replaceAll("\\s", "");
      return KeyFactory.getInstance("EC")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The gateway's public key cannot be read", unreadable);
    } catch (GeneralSecurityException invalid) {
      throw new IllegalStateException("The gateway's public key is not an EC key in PEM", invalid);
    }
  }
}
