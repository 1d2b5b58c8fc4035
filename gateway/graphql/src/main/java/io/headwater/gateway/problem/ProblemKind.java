package io.headwater.gateway.problem;

import java.util.Locale;

/** Every refusal that the gateway can utter; code, status and type are public API. */
public enum ProblemKind {
  API_KEY_REQUIRED(401, "A key is needed"),
  API_KEY_INVALID(401, "The key is not valid"),
  API_KEY_EXPIRED(401, "The key has expired"),
  TOKEN_INVALID(401, "The token is not valid"),
  SCOPE_MISSING(403, "The key lacks a scope"),
  OPERATOR_REQUIRED(403, "Only an operator may do this"),
  PRACTICE_REQUIRED(403, "The key belongs to no practice"),
  PATH_REFUSED(400, "The path is not acceptable"),
  BODY_UNREADABLE(400, "The body cannot be read"),
  PARAMETER_INVALID(400, "A parameter is not valid"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "None of the accepted media types can be given"),
  MEDIA_TYPE_UNSUPPORTED(415, "The media type is not read here"),
  PRACTICE_EXISTS(409, "The practice exists already"),
  IDEMPOTENCY_IN_FLIGHT(409, "A request with this Idempotency-Key is being answered"),
  IDEMPOTENCY_CONFLICT(422, "The Idempotency-Key was used with another body"),
  BODY_INVALID(422, "The body is not valid"),
  NOT_WRITABLE(422, "What is on file is not enough to write this"),
  CLAIM_NOT_FINALISED(409, "The payer has not finalised the claim yet"),
  NOTHING_ACCEPTED(422, "Nothing in the file could be accepted"),
  BODY_TOO_LARGE(413, "The body is too large"),
  RATE_LIMITED(429, "Too many requests"),
  UNEXPECTED(500, "Something went wrong here"),
  DATABASE_AWAY(503, "The database does not answer"),
  SERVICE_AWAY(503, "A service does not answer"),
  BUSY(503, "Too much is being asked at once");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status of the refusal. */
  public int status() {
    return status;
  }

  /** What happened, in words for a person. */
  public String title() {
    return title;
  }

  /** The URI by which RFC 9457 names the kind of problem. */
  public String type() {
    return "urn:headwater:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A problem of this kind without more to say. */
  public Problem problem() {
    return new Problem(this, null);
  }

  /** A problem of this kind; the detail names ids only, never people. */
  public Problem with(String detail) {
    return new Problem(this, detail);
  }
}
