package io.headwater.gateway.remittance;

import io.headwater.gateway.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A claim payment's id where it stands in a path. Payers put what they like into their numbers; an
 * id that a path cannot hold is given in base64url behind a tilde.
 */
final class PaymentToken {

  private static final String MARK = "~";

  private PaymentToken() {}

  static String of(String claimPaymentId) {
    return claimPaymentId.matches("[A-Za-z0-9._-]+")
        ? claimPaymentId
        : MARK
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claimPaymentId.getBytes(StandardCharsets.UTF_8));
  }

  static String parse(String token) {
    if (!token.startsWith(MARK)) {
      return token;
    }
    try {
      return new String(
          Base64.getUrlDecoder().decode(token.substring(MARK.length())), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noToken) {
      throw ProblemKind.NOT_FOUND.problem();
    }
  }
}
