package io.headwater.gateway.why;

import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.problem.ProblemKind;
import io.smallrye.graphql.api.ErrorCode;

/** What the query refuses; the code stands in {@code extensions.code}. */
public abstract sealed class QueryRefusal extends RuntimeException {

  private final transient ProblemKind kind;

  private QueryRefusal(ProblemKind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** The refusal as the other doors tell it; null where the query answers 200 all the same. */
  ProblemKind kind() {
    return kind;
  }

  /** The refusal of the front of the house in the words of the query. */
  static QueryRefusal of(Problem problem) {
    return switch (problem.kind()) {
      case SCOPE_MISSING -> new ScopeMissing(problem.getMessage());
      case PRACTICE_REQUIRED -> new PracticeRequired(problem.kind().title());
      default -> throw problem;
    };
  }

  /** Nothing is known of the claim. */
  @ErrorCode("CLAIM_NOT_FOUND")
  public static final class ClaimNotFound extends QueryRefusal {
    ClaimNotFound(String controlNumber) {
      super(null, "no claim " + controlNumber + " is known");
    }
  }

  /** The service without which the claim cannot be found is away. */
  @ErrorCode("SERVICE_AWAY")
  public static final class ServiceAway extends QueryRefusal {
    ServiceAway(String message) {
      super(ProblemKind.SERVICE_AWAY, message);
    }
  }

  /** The key lacks a scope. */
  @ErrorCode("SCOPE_MISSING")
  public static final class ScopeMissing extends QueryRefusal {
    ScopeMissing(String message) {
      super(ProblemKind.SCOPE_MISSING, message);
    }
  }

  /** The key belongs to no practice. */
  @ErrorCode("PRACTICE_REQUIRED")
  public static final class PracticeRequired extends QueryRefusal {
    PracticeRequired(String message) {
      super(ProblemKind.PRACTICE_REQUIRED, message);
    }
  }

  /** What was asked cannot be meant. */
  @ErrorCode("PARAMETER_INVALID")
  public static final class ParameterInvalid extends QueryRefusal {
    ParameterInvalid(String message) {
      super(null, message);
    }
  }
}
