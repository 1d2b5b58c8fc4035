package io.headwater.gateway.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.idempotency.Idempotency;
import io.headwater.gateway.idempotency.Idempotency.Answer;
import io.headwater.gateway.key.Keys;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Practices, which only an operator creates. */
@Path("/v1/practices")
public class PracticeResource {

  private final CurrentCaller current;
  private final Keys keys;
  private final Idempotency idempotency;
  private final ObjectMapper json;

  PracticeResource(CurrentCaller current, Keys keys, Idempotency idempotency, ObjectMapper json) {
    this.current = current;
    this.keys = keys;
    this.idempotency = idempotency;
    this.json = json;
  }

  /** Creates an empty practice and answers with its first key, shown this once. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response create(@HeaderParam(Idempotency.HEADER) String idempotencyKey, byte[] body)
      throws IOException {
    var caller = current.requiring(Scope.OPERATOR);
    return Idempotency.response(
        idempotency.once(
            caller, current.credential(), idempotencyKey, "practices", body, () -> created(body)));
  }

  private Answer created(byte[] body) throws IOException {
    JsonNode practice = json.readTree(body);
    String id = practice.path("id").asText("").strip();
    if (!practice.isObject() || id.isEmpty() || id.length() > 200) {
      throw ProblemKind.BODY_INVALID.with("/id is missing");
    }
    String name = practice.path("name").asText(id);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", id);
    answer.put("name", name);
    answer.put("apiKey", keys.createPractice(id, name).text());
    return new Answer(
        201, MediaType.APPLICATION_JSON, "/v1/practices", json.writeValueAsString(answer));
  }
}
