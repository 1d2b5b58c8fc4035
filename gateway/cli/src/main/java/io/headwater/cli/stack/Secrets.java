package io.headwater.cli.stack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a stack keeps secret, made once and kept in its folder.
 *
 * @param privateKey file with the key that signs the gateway's tokens, PKCS #8 PEM, ES256
 * @param publicKey file with the key that the services check them by, X.509 PEM
 * @param databasePassword password of every database role of the stack
 * @param operatorKey the first key of the gateway, which may create practices
 */
public record Secrets(
    Path privateKey, Path publicKey, String databasePassword, String operatorKey) {

  /** The secrets of a folder; what is missing is made. */
  public static Secrets in(StackFolder folder) {
    Path privateKey = folder.secrets().resolve("token-private.pem");
    Path publicKey = folder.secrets().resolve("token-public.pem");
    if (!Files.exists(privateKey) || !Files.exists(publicKey)) {
      KeyPair pair = signingKeys();
      StackFolder.write(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
      StackFolder.write(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }
    return new Secrets(
        privateKey,
        publicKey,
        kept(folder.secrets().resolve("database-password"), ""),
        kept(folder.secrets().resolve("operator-key"), "hw_operator_"));
  }

  /** Keeps secrets out of logs. */
  @Override
  public String toString() {
    return "Secrets[" + privateKey.getParent() + "]";
  }

  private static String kept(Path file, String prefix) {
    return StackFolder.read(file)
        .orElseGet(
            () -> {
              byte[] random = new byte[24];
              new SecureRandom().nextBytes(random);
              String secret = prefix + HexFormat.of().formatHex(random);
              StackFolder.write(file, secret + "\n");
              return secret;
            });
  }

  private static KeyPair signingKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot make an ES256 key", e);
    }
  }

  private static String pem(String what, byte[] encoded) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }
}
