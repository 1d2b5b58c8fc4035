package io.headwater.gateway.key;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a key may do; the spelled forms are public API. */
public enum Scope {
  /** Send bulk records. */
  RECORDS_WRITE("records:write"),
  /** Send X12 files. */
  X12_WRITE("x12:write"),
  /** Read what was sent as X12. */
  X12_READ("x12:read"),
  /** Ask why a claim denied, and read the joined facts. */
  CLAIMS_READ("claims:read"),
  /** Say when something was learned, so that a past can be loaded. */
  HISTORY_WRITE("history:write"),
  /** Issue and revoke keys of one's own practice. */
  KEYS_WRITE("keys:write"),
  /** Set up a sandbox payer and move its clock. */
  SANDBOX_WRITE("sandbox:write"),
  /** Create practices and declare outages; never held by a practice's key. */
  OPERATOR("operator");

  private final String spelled;

  Scope(String spelled) {
    this.spelled = spelled;
  }

  /** The scope as keys and tokens spell it. */
  public String spelled() {
    return spelled;
  }

  /** The scope of this spelling. */
  public static Optional<Scope> parse(String text) {
    return Arrays.stream(values()).filter(s -> s.spelled.equals(text)).findFirst();
  }

  /** Every scope that a key of a practice can hold. */
  public static Set<Scope> ofPractice() {
    return EnumSet.complementOf(EnumSet.of(OPERATOR));
  }
}
