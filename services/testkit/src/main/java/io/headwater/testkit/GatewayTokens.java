package io.headwater.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Tokens as the gateway signs them, with a key of the tests' own. */
public final class GatewayTokens {

  private static final String PRIVATE = "testkit.private-key";
  private static final String PUBLIC = "testkit.public-key";
  private static final Base64.Encoder PLAIN = Base64.getEncoder();
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private GatewayTokens() {}

  /** The public key, PEM text, that services under test are given. */
  public static synchronized String publicKey() {
    if (System.getProperty(PUBLIC)
        == null) { // a property, as test and application differ in class loader
      var pair = pair();
      System.setProperty(PRIVATE, PLAIN.encodeToString(pair.getPrivate().getEncoded()));
      System.setProperty(PUBLIC, PLAIN.encodeToString(pair.getPublic().getEncoded()));
    }
    return "-----BEGIN PUBLIC KEY-----\n"
        + System.getProperty(PUBLIC)
        + "\n-----END PUBLIC KEY-----";
  }

  /** A token for a practice, good for a minute. */
  public static String of(UUID practice) {
    return of(practice, "headwater-gateway", Instant.now());
  }

  /** A token of any issuer and age. */
  public static String of(UUID practice, String issuer, Instant issuedAt) {
    publicKey();
    try {
      var encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
      var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return signed(key, claims(practice, issuer, issuedAt));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** A token that says the right things, signed with another key. */
  public static String forged(UUID practice) {
    return signed(pair().getPrivate(), claims(practice, "headwater-gateway", Instant.now()));
  }

  /** A token that says the right things and claims to need no signature. */
  public static String unsigned(UUID practice) {
    return encoded("{\"alg\":\"none\"}")
        + "."
        + encoded(claims(practice, "headwater-gateway", Instant.now()))
        + ".";
  }

  private static String claims(UUID practice, String issuer, Instant issuedAt) {
    return """
        {"iss":"%s","sub":"key-1","practice":"%s","scopes":["read","write"],"iat":%d,"exp":%d}"""
        .formatted(
            issuer, practice, issuedAt.getEpochSecond(), issuedAt.plusSeconds(60).getEpochSecond());
  }

  private static String signed(PrivateKey key, String claims) {
    try {
      var content = encoded("{\"alg\":\"ES256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static String encoded(String text) {
    return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
