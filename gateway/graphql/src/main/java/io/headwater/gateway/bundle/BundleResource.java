package io.headwater.gateway.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.idempotency.Idempotency;
import io.headwater.gateway.idempotency.Idempotency.Answer;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.spool.Archive;
import io.headwater.gateway.spool.Spool;
import io.headwater.gateway.x12.PastInstant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The door for many files: a ZIP of X12 and bulk records in, an answer for each out. */
@Path("/v1/files")
public class BundleResource {

  /** In place of an instant: each file was learned at the time that it bears in the ZIP. */
  private static final String AS_DATED = "entries";

  private final CurrentCaller current;
  private final ReadBundle bundle;
  private final Idempotency idempotency;
  private final ObjectMapper json;

  BundleResource(
      CurrentCaller current, ReadBundle bundle, Idempotency idempotency, ObjectMapper json) {
    this.current = current;
    this.bundle = bundle;
    this.idempotency = idempotency;
    this.json = json;
  }

  /** Takes the files in the order in which they stand; a bad one never stops the good ones. */
  @POST
  @RunOnVirtualThread
  public Response send(
      @HeaderParam(Idempotency.HEADER) String idempotencyKey,
      @QueryParam(PastInstant.PARAMETER) String recordedAt,
      InputStream body)
      throws IOException {
    current.requiring(Scope.RECORDS_WRITE);
    var caller = current.requiring(Scope.X12_WRITE);
    var at = instants(caller, recordedAt);
    try (var spool = Spool.of(body, null)) {
      if (!spool.whole()) {
        throw ProblemKind.BODY_UNREADABLE.with("the body broke off; nothing of it was read");
      }
      return Idempotency.response(
          idempotency.once(
              caller,
              current.credential(),
              idempotencyKey,
              "files " + recordedAt,
              spool.sha256(),
              () -> answer(bundle.read(caller, spool.open(), at))));
    }
  }

  private static Function<Archive.Entry, Instant> instants(Caller caller, String recordedAt) {
    if (AS_DATED.equals(recordedAt)) {
      return caller.may(Scope.HISTORY_WRITE) ? Archive.Entry::at : _ -> null;
    }
    var at = PastInstant.of(caller, recordedAt);
    return _ -> at;
  }

  private Answer answer(List<ToldFile> told) throws IOException {
    return new Answer(
        200, MediaType.APPLICATION_JSON, null, json.writeValueAsString(Map.of("files", told)));
  }
}
