package io.headwater.gateway.why;

import io.headwater.gateway.problem.Problem;
import io.smallrye.graphql.api.ErrorCode;

/** What the query refuses; the code stands in {@code extensions.code}. */
public abstract sealed class QueryRefusal extends RuntimeException {

  private QueryRefusal(String message) {
    super(message, null, false, false);
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
      super("no claim " + controlNumber + " is known");
    }
  }

  /** The service without which the claim cannot be found is away. */
  @ErrorCode("SERVICE_AWAY")
  public static final class ServiceAway extends QueryRefusal {
    ServiceAway(String message) {
      super(message);
    }
  }

  /** Too many questions wait already. */
  @ErrorCode("BUSY")
  public static final class Busy extends QueryRefusal {
    Busy() {
      super("too much is being asked at once");
    }
  }

  /** The key lacks a scope. */
  @ErrorCode("SCOPE_MISSING")
  public static final class ScopeMissing extends QueryRefusal {
    ScopeMissing(String message) {
      super(message);
    }
  }

  /** The key belongs to no practice. */
  @ErrorCode("PRACTICE_REQUIRED")
  public static final class PracticeRequired extends QueryRefusal {
    PracticeRequired(String message) {
      super(message);
    }
  }

  /** What was asked cannot be meant. */
  @ErrorCode("PARAMETER_INVALID")
  public static final class ParameterInvalid extends QueryRefusal {
    ParameterInvalid(String message) {
      super(message);
    }
  }

  /** A bug of ours, with the reference to find it by. */
  @ErrorCode("UNEXPECTED")
  public static final class Unexpected extends QueryRefusal {
    Unexpected(String message) {
      super(message);
    }
  }
}
