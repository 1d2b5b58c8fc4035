package io.headwater.gateway.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.idempotency.Idempotency;
import io.headwater.gateway.idempotency.Idempotency.Answer;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Keys;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Further keys of a practice: for a script with fewer rights, or to change over from an old key.
 */
@Path("/v1/keys")
public class KeyResource {

  private final CurrentCaller current;
  private final Keys keys;
  private final Idempotency idempotency;
  private final ObjectMapper json;

  KeyResource(CurrentCaller current, Keys keys, Idempotency idempotency, ObjectMapper json) {
    this.current = current;
    this.keys = keys;
    this.idempotency = idempotency;
    this.json = json;
  }

  /** Issues a key with some of the caller's scopes, shown this once. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response issue(@HeaderParam(Idempotency.HEADER) String idempotencyKey, byte[] body)
      throws IOException {
    var caller = current.requiring(Scope.KEYS_WRITE);
    return Idempotency.response(
        idempotency.once(
            caller,
            current.credential(),
            idempotencyKey,
            "keys",
            body,
            () -> issued(caller, body)));
  }

  /** Ends a key. */
  @DELETE
  @Path("/{id}")
  @RunOnVirtualThread
  public Response revoke(@PathParam("id") String id) {
    keys.revoke(current.requiring(Scope.KEYS_WRITE), id);
    return Response.noContent().build();
  }

  private Answer issued(Caller caller, byte[] body) throws IOException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (JsonNode scope : json.readTree(body).path("scopes")) {
      scopes.add(
          Scope.parse(scope.textValue())
              .orElseThrow(() -> ProblemKind.BODY_INVALID.with("/scopes: unknown scope")));
    }
    if (scopes.isEmpty()) {
      throw ProblemKind.BODY_INVALID.with("/scopes is missing");
    }
    var key = keys.issue(caller, scopes);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", key.id());
    answer.put("apiKey", key.text());
    answer.put("scopes", scopes.stream().map(Scope::spelled).toList());
    return new Answer(
        201, MediaType.APPLICATION_JSON, "/v1/keys/" + key.id(), json.writeValueAsString(answer));
  }
}
