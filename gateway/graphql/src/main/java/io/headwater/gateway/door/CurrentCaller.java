package io.headwater.gateway.door;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller of the request at hand. */
@ApplicationScoped
public class CurrentCaller {

  private final CurrentVertxRequest request;

  CurrentCaller(CurrentVertxRequest request) {
    this.request = request;
  }

  /** The caller; refuses when the front door admitted nobody, or the caller lacks the scope. */
  public Caller requiring(Scope scope) {
    Caller caller = request.getCurrent().get(FrontDoor.CALLER);
    if (caller == null) {
      throw ProblemKind.API_KEY_REQUIRED.problem();
    }
    return caller.requiring(scope);
  }

  /** The text of the key that the caller showed. */
  public String credential() {
    return request.getCurrent().get(FrontDoor.CREDENTIAL);
  }
}
