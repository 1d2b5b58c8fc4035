package io.headwater.gateway.key;

import io.headwater.gateway.problem.ProblemKind;
import java.util.Set;
import java.util.UUID;

/**
 * Who calls, as the key or token says; nothing else decides the practice.
 *
 * @param subject the id of the key, or the subject of the token
 * @param practice the practice (tenant), null for an operator
 * @param scopes what the caller may do
 */
public record Caller(String subject, UUID practice, Set<Scope> scopes) {

  /** Keeps its own set. */
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** Whether the caller holds the scope. */
  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  /** The caller, once it is certain that it holds the scope; refuses otherwise. */
  public Caller requiring(Scope scope) {
    if (!may(scope)) {
      throw scope == Scope.OPERATOR
          ? ProblemKind.OPERATOR_REQUIRED.problem()
          : ProblemKind.SCOPE_MISSING.with(scope.spelled());
    }
    if (scope != Scope.OPERATOR && practice == null) {
      throw ProblemKind.PRACTICE_REQUIRED.problem();
    }
    return this;
  }
}
