package io.headwater.gateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.idempotency.Idempotency;
import io.headwater.gateway.idempotency.Idempotency.Answer;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The sandbox of a practice: who answers, how, and what day it is there. */
@Path("/v1/sandbox")
@Produces(MediaType.APPLICATION_JSON)
public class SandboxResource {

  private static final int FARTHEST = 3660;

  private final CurrentCaller current;
  private final SandboxStore store;
  private final SandboxPayer payer;
  private final Idempotency idempotency;
  private final ObjectMapper json;
  private final Clock clock;

  SandboxResource(
      CurrentCaller current,
      SandboxStore store,
      SandboxPayer payer,
      Idempotency idempotency,
      ObjectMapper json,
      Clock clock) {
    this.current = current;
    this.store = store;
    this.payer = payer;
    this.idempotency = idempotency;
    this.json = json;
    this.clock = clock;
  }

  /** The sandbox; one without payers is off. */
  @GET
  @RunOnVirtualThread
  public Response settings() {
    var caller = current.requiring(Scope.X12_READ);
    return Response.ok(
            store
                .settings(caller.practice())
                .orElseGet(() -> new Settings(Set.of(), 0, Set.of(), realToday())))
        .build();
  }

  /** Switches it on, changes it, or switches it off by naming no payers. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response set(byte[] body) throws IOException {
    var caller = current.requiring(Scope.SANDBOX_WRITE);
    var practice = caller.practice();
    var asked = SandboxRequest.settings(json.readTree(body));
    var saved =
        store.locked(
            practice,
            books -> {
              var before = books.settings();
              var today = before == null ? realToday() : before.today();
              if (asked.today() != null
                  && before != null
                  && asked.today().isBefore(today)
                  && !store.submissions(practice).isEmpty()) {
                throw ProblemKind.BODY_INVALID.with("/today lies before the sandbox's day");
              }
              var now =
                  new Settings(
                      asked.payers(),
                      asked.days(),
                      asked.defects(),
                      asked.today() == null ? today : asked.today());
              books.save(now);
              return now;
            });
    payer.settle(practice);
    return Response.ok(saved).build();
  }

  /** Moves the sandbox's day on and answers with what the payers sent on the way. */
  @POST
  @Path("/clock")
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response clock(@HeaderParam(Idempotency.HEADER) String idempotencyKey, byte[] body)
      throws IOException {
    var caller = current.requiring(Scope.SANDBOX_WRITE);
    return Idempotency.response(
        idempotency.once(
            caller,
            current.credential(),
            idempotencyKey,
            "sandbox clock",
            body,
            () -> moved(caller, json.readTree(body))));
  }

  /**
   * The day to which the clock was moved.
   *
   * @param today of the sandbox
   * @param answers what the payers sent since, in order
   */
  record Moved(LocalDate today, List<PayerAnswer> answers) {}

  private Answer moved(Caller caller, JsonNode body) throws IOException {
    var practice = caller.practice();
    var settings =
        store.settings(practice).orElseThrow(() -> ProblemKind.NOT_FOUND.with("no sandbox"));
    var to = SandboxRequest.day(body, settings.today());
    if (to.isBefore(settings.today())) {
      throw ProblemKind.BODY_INVALID.with("the sandbox's day is past " + to);
    }
    if (to.isAfter(settings.today().plusDays(FARTHEST))) {
      throw ProblemKind.BODY_INVALID.with("at most " + FARTHEST + " days at a time");
    }
    var last = store.lastAnswer(practice);
    payer.advance(practice, to);
    var moved = new Moved(to, store.answersAfter(practice, last));
    return new Answer(200, MediaType.APPLICATION_JSON, null, json.writeValueAsString(moved));
  }

  /** What was submitted, newest first. */
  @GET
  @Path("/claims")
  @RunOnVirtualThread
  public List<SubmissionView> claims() {
    var caller = current.requiring(Scope.X12_READ);
    return store.submissions(caller.practice()).stream().map(SubmissionView::of).toList();
  }

  /** What the payers sent, newest first. */
  @GET
  @Path("/answers")
  @RunOnVirtualThread
  public List<PayerAnswer> answers() {
    var caller = current.requiring(Scope.X12_READ);
    payer.settle(caller.practice());
    return store.answers(caller.practice());
  }

  /** The text of an answer, as a clearinghouse would hand it over. */
  @GET
  @Path("/answers/{id}")
  @Produces("application/edi-x12")
  @RunOnVirtualThread
  public String answer(@PathParam("id") String id) {
    var caller = current.requiring(Scope.X12_READ);
    try {
      return store
          .answer(caller.practice(), UUID.fromString(id))
          .orElseThrow(ProblemKind.NOT_FOUND::problem)
          .content();
    } catch (IllegalArgumentException noUuid) {
      throw ProblemKind.NOT_FOUND.problem();
    }
  }

  private LocalDate realToday() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
