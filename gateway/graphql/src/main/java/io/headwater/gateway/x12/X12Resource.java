package io.headwater.gateway.x12;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.idempotency.Idempotency;
import io.headwater.gateway.idempotency.Idempotency.Answer;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.spool.Spool;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The X12 door: interchanges of any delimiters in, a file resource out. */
@Path("/v1/x12")
public class X12Resource {

  private final CurrentCaller current;
  private final ReadFile read;
  private final FileStore store;
  private final Idempotency idempotency;
  private final UnderWay underWay;
  private final ObjectMapper json;

  X12Resource(
      CurrentCaller current,
      ReadFile read,
      FileStore store,
      Idempotency idempotency,
      UnderWay underWay,
      ObjectMapper json) {
    this.underWay = underWay;
    this.current = current;
    this.read = read;
    this.store = store;
    this.idempotency = idempotency;
    this.json = json;
  }

  /** Takes a file; one seen before is answered as before. */
  @POST
  @RunOnVirtualThread
  public Response send(
      @HeaderParam(Idempotency.HEADER) String idempotencyKey,
      @HeaderParam("Content-Encoding") String encoding,
      @QueryParam(PastInstant.PARAMETER) String recordedAt,
      InputStream body)
      throws IOException {
    var caller = current.requiring(Scope.X12_WRITE);
    Instant at = PastInstant.of(caller, recordedAt);
    try (var spool = Spool.of(body, encoding)) {
      if (!spool.whole()) {
        long applied = read.readCut(caller, spool, at);
        throw ProblemKind.BODY_UNREADABLE.with(
            "the body broke off after "
                + spool.length()
                + " bytes; "
                + applied
                + " transaction sets were applied, the rest when it is sent again");
      }
      return Idempotency.response(
          idempotency.once(
              caller,
              current.credential(),
              idempotencyKey,
              "x12 " + recordedAt,
              spool.sha256(),
              () -> answer(read.read(caller, spool, at))));
    }
  }

  /** A file. */
  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public FileResource file(@PathParam("id") String id) {
    var caller = current.requiring(Scope.X12_READ);
    return found(caller, id);
  }

  /** The files of the practice that are being read, and how far each is. */
  @GET
  @Path("/reading")
  @Produces(MediaType.APPLICATION_JSON)
  public List<UnderWay.Reading> reading() {
    return underWay.of(current.requiring(Scope.X12_READ).practice());
  }

  /** The files of the practice, newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public List<FileResource> files(@QueryParam("status") String status) {
    var caller = current.requiring(Scope.X12_READ);
    boolean quarantinedOnly =
        switch (status == null ? "" : status) {
          case "" -> false;
          case "QUARANTINED" -> true;
          default -> throw ProblemKind.PARAMETER_INVALID.with("status");
        };
    return store.list(caller.practice(), quarantinedOnly);
  }

  /** What was read from a file, one record a line, in file order. */
  @GET
  @Path("/{id}/records")
  @Produces("application/x-ndjson")
  @RunOnVirtualThread
  public Response records(@PathParam("id") String id) {
    var caller = current.requiring(Scope.X12_READ);
    var file = found(caller, id);
    var content = store.content(caller.practice(), file.id());
    StreamingOutput lines = out -> new RecordLines(file, content).write(out);
    return Response.ok(lines).build();
  }

  private FileResource found(Caller caller, String id) {
    try {
      return store
          .find(caller.practice(), UUID.fromString(id))
          .orElseThrow(ProblemKind.NOT_FOUND::problem);
    } catch (IllegalArgumentException noUuid) {
      throw ProblemKind.NOT_FOUND.problem();
    }
  }

  private Answer answer(FileAnswer read) throws IOException {
    return new Answer(
        read.status(),
        read.refused() ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON,
        "/v1/x12/" + read.file().id(),
        json.writeValueAsString(read.body(json)));
  }
}
