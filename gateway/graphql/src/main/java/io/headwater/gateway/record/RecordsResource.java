package io.headwater.gateway.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.idempotency.Idempotency;
import io.headwater.gateway.idempotency.Idempotency.Answer;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.spool.Spool;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The bulk door: one record a line, as it became known. */
@Path("/v1/records")
public class RecordsResource {

  private final CurrentCaller current;
  private final LoadRecords load;
  private final Idempotency idempotency;
  private final ObjectMapper json;

  RecordsResource(
      CurrentCaller current, LoadRecords load, Idempotency idempotency, ObjectMapper json) {
    this.current = current;
    this.load = load;
    this.idempotency = idempotency;
    this.json = json;
  }

  /** Loads records; a bad line never stops the good ones. */
  @POST
  @RunOnVirtualThread
  public Response load(
      @HeaderParam(Idempotency.HEADER) String idempotencyKey,
      @HeaderParam("Content-Encoding") String encoding,
      InputStream body)
      throws IOException {
    var caller = current.requiring(Scope.RECORDS_WRITE);
    if (idempotencyKey == null) {
      return Idempotency.response(answer(load.load(caller, Spool.plain(body, encoding))));
    }
    try (var spool = Spool.of(body, encoding)) {
      if (!spool.whole()) {
        throw ProblemKind.BODY_UNREADABLE.with("the body broke off");
      }
      return Idempotency.response(
          idempotency.once(
              caller,
              current.credential(),
              idempotencyKey,
              "records",
              spool.sha256(),
              () -> {
                try (var in = spool.open()) {
                  return answer(load.load(caller, in));
                }
              }));
    }
  }

  private Answer answer(LoadRecords.Loaded loaded) throws IOException {
    return new Answer(200, MediaType.APPLICATION_JSON, null, json.writeValueAsString(loaded));
  }
}
