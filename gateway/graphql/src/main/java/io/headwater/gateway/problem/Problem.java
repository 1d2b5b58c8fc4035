package io.headwater.gateway.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal on its way to the caller, told as RFC 9457 {@code application/problem+json}. */
public final class Problem extends RuntimeException {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private final ProblemKind kind;
  private final String detail;

  /** A refusal of a kind; the detail may be null and never holds personal data. */
  Problem(ProblemKind kind, String detail) {
    super(kind.name() + (detail == null ? "" : ": " + detail), null, false, false);
    this.kind = kind;
    this.detail = detail;
  }

  /** What kind of refusal it is. */
  public ProblemKind kind() {
    return kind;
  }

  /** The members of the problem document, in the order of RFC 9457. */
  public Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", kind.type());
    body.put("title", kind.title());
    body.put("status", kind.status());
    body.put("code", kind.name());
    if (detail != null) {
      body.put("detail", detail);
    }
    return body;
  }

  /** Seconds after which to ask again, or 0 when asking again would not help. */
  public int retryAfter() {
    return switch (kind.status()) {
      case 503 -> 2;
      case 409 -> kind == ProblemKind.IDEMPOTENCY_IN_FLIGHT ? 1 : 0;
      default -> 0;
    };
  }
}
