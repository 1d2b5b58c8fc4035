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

  /**
   * The HTTP status with which the answer at hand will go out, whatever writes its body; for doors
   * that tell a refusal in the body alone, as GraphQL does.
   */
  public StatusLine statusLine() {
    var context = request.getCurrent();
    return refusal ->
        context.addHeadersEndHandler(
            _ -> {
              var response = context.response();
              response.setStatusCode(refusal.status()).setStatusMessage(refusal.title());
              if (refusal.problem().retryAfter() > 0) {
                response.putHeader("Retry-After", "" + refusal.problem().retryAfter());
              }
            });
  }

  /** Says the status of an answer. */
  @FunctionalInterface
  public interface StatusLine {
    /** The answer goes out with the status of this refusal. */
    void say(ProblemKind refusal);
  }

  /** The text of the key that the caller showed. */
  public String credential() {
    return request.getCurrent().get(FrontDoor.CREDENTIAL);
  }
}
