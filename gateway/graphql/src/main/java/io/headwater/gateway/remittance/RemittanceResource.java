package io.headwater.gateway.remittance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.idempotency.Idempotency;
import io.headwater.gateway.idempotency.Idempotency.Answer;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.vocabulary.Owner;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The queue of remittances that answer no claim for certain, and the decisions on them. */
@Path("/v1/remittances")
public class RemittanceResource {

  private static final int MOST = 500;

  private final CurrentCaller current;
  private final FindUnmatched find;
  private final DecideMatch decide;
  private final Idempotency idempotency;
  private final ObjectMapper json;

  RemittanceResource(
      CurrentCaller current,
      FindUnmatched find,
      DecideMatch decide,
      Idempotency idempotency,
      ObjectMapper json) {
    this.current = current;
    this.find = find;
    this.decide = decide;
    this.idempotency = idempotency;
    this.json = json;
  }

  /** A page of the queue as its reader is told of it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UnmatchedPage(List<UnmatchedItem> remittances, String next, List<Owner> missing) {}

  /** The remittances that a person must look at. */
  @GET
  @Path("/unmatched")
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public UnmatchedPage unmatched(
      @QueryParam("reason") String reason,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    var caller = current.requiring(Scope.CLAIMS_READ);
    var wanted = reason == null ? null : reason(reason);
    var queue = find.find(caller, after, limit(limit));
    return new UnmatchedPage(
        queue.remittances().stream()
            .filter(item -> wanted == null || item.reasons().contains(wanted))
            .toList(),
        queue.next(),
        queue.missing());
  }

  /** Lays a remittance to a claim, or to none; a later decision follows an earlier one. */
  @POST
  @Path("/{id}/match")
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response match(
      @PathParam("id") String id,
      @HeaderParam(Idempotency.HEADER) String idempotencyKey,
      byte[] body)
      throws IOException {
    var caller = current.requiring(Scope.RECORDS_WRITE);
    return Idempotency.response(
        idempotency.once(
            caller,
            current.credential(),
            idempotencyKey,
            "match " + id,
            body,
            () -> decided(caller, PaymentToken.parse(id), body)));
  }

  private Answer decided(Caller caller, String payment, byte[] body) throws IOException {
    var fact = decide.decide(caller, payment, body);
    return new Answer(
        201,
        MediaType.APPLICATION_JSON,
        "/v1/facts/remittance-match?id=" + URLEncoder.encode(payment, StandardCharsets.UTF_8),
        json.writeValueAsString(fact));
  }

  private static Reason reason(String text) {
    try {
      return Reason.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw ProblemKind.PARAMETER_INVALID.with("reason");
    }
  }

  private static int limit(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, MOST);
    } catch (NumberFormatException noNumber) {
      throw ProblemKind.PARAMETER_INVALID.with("limit");
    }
  }
}
