package io.headwater.gateway.outgoing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.idempotency.Idempotency;
import io.headwater.gateway.idempotency.Idempotency.Answer;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.upstream.FactQuery.Selector;
import io.headwater.vocabulary.Owner;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.write.X12Writer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * What is asked of a payer: eligibility on a date of service (270), and an authorization or its
 * revision (278). The caller says what to ask and of whom; the people are on file.
 */
@Path("/v1/inquiries")
public class InquiryResource {

  private static final String EDI = "application/edi-x12";

  private final CurrentCaller current;
  private final OnFile onFile;
  private final Idempotency idempotency;
  private final ObjectMapper json;
  private final Clock clock;

  InquiryResource(
      CurrentCaller current,
      OnFile onFile,
      Idempotency idempotency,
      ObjectMapper json,
      Clock clock) {
    this.current = current;
    this.onFile = onFile;
    this.idempotency = idempotency;
    this.json = json;
    this.clock = clock;
  }

  /** A 270: is the patient covered on this day, and for these types of service. */
  @POST
  @Path("/270")
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response eligibility(@HeaderParam(Idempotency.HEADER) String key, byte[] body)
      throws IOException {
    var caller = current.requiring(Scope.X12_WRITE);
    return once(
        caller,
        key,
        "270",
        body,
        (asked, now) -> {
          required(asked, "serviceDate");
          var practice = completed(caller, asked, now, "inquiryId");
          Fill.from(asked, "memberIdSent", asked, "memberId");
          Fill.from(asked, "providerNpi", practice, "groupNpi");
          named(asked, "providerName", practice);
          asked.put("relationship", "18");
          asked.put("requestedAt", Outgoing.local(practice, now).toString());
          var inquiry = Outgoing.record(asked, EligibilityInquiry.class);
          var envelope = Outgoing.envelope(practice, inquiry.providerNpi(), inquiry.payerId(), now);
          return Outgoing.write(
              out -> X12Writer.eligibilityInquiries(out, envelope, List.of(inquiry)));
        });
  }

  /** A 278 request: an authorization, or with certification S, E or 3 a change of one. */
  @POST
  @Path("/278")
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response review(@HeaderParam(Idempotency.HEADER) String key, byte[] body)
      throws IOException {
    var caller = current.requiring(Scope.X12_WRITE);
    return once(
        caller,
        key,
        "278",
        body,
        (asked, now) -> {
          var practice = completed(caller, asked, now, "authorizationId");
          Fill.from(asked, "requesterNpi", practice, "groupNpi");
          named(asked, "requesterName", practice);
          asked.put("requestedAt", Outgoing.local(practice, now).toString());
          var request = Outgoing.record(asked, Authorization.class);
          var envelope =
              Outgoing.envelope(practice, request.requesterNpi(), request.payerId(), now);
          return Outgoing.write(
              out -> X12Writer.authorizationRequests(out, envelope, List.of(request)));
        });
  }

  /** Writes what is asked. */
  @FunctionalInterface
  private interface Asking {
    byte[] write(ObjectNode asked, Instant now) throws IOException;
  }

  private Response once(Caller caller, String key, String set, byte[] body, Asking asking)
      throws IOException {
    return Idempotency.response(
        idempotency.once(
            caller,
            current.credential(),
            key,
            "inquiries " + set,
            body,
            () -> {
              if (!(json.readTree(body) instanceof ObjectNode asked)) {
                throw ProblemKind.BODY_INVALID.with("an object is expected");
              }
              var written = asking.write(asked, clock.instant());
              return new Answer(200, EDI, null, new String(written, StandardCharsets.UTF_8));
            }));
  }

  /** Completes what is asked by the people on file; gives the practice. */
  private JsonNode completed(Caller caller, ObjectNode asked, Instant now, String id) {
    String patient = required(asked, "patientId");
    var facts =
        onFile.latest(
            caller,
            Owner.ELIGIBILITY,
            now,
            Selector.by("patient", "patientId", List.of(patient)),
            Selector.by("coverage", "patientId", List.of(patient)));
    var person =
        OnFile.one(facts, "patient", "patientId", patient)
            .orElseThrow(() -> ProblemKind.NOT_FOUND.with("patient " + patient));
    Fill.from(asked, "patientName", person, "name");
    Fill.from(asked, "birthDate", person, "birthDate");
    Fill.from(asked, "sex", person, "sex");
    var coverage =
        asked.hasNonNull("payerId")
            ? OnFile.one(facts, "coverage", "payerId", Fill.text(asked, "payerId"))
            : OnFile.one(facts, "coverage", "rank", "P");
    coverage.ifPresent(
        c -> {
          Fill.from(asked, "payerId", c, "payerId");
          Fill.from(asked, "memberId", c, "memberId");
        });
    var payers = onFile.latest(caller, Owner.CLAIMS, now, Selector.all("payer"));
    OnFile.one(payers, "payer", "payerId", required(asked, "payerId"))
        .ifPresent(payer -> Fill.from(asked, "payerName", payer, "name"));
    if (!asked.hasNonNull(id)) {
      asked.put(
          id, "HW" + Long.toString(now.toEpochMilli(), 36).toUpperCase(java.util.Locale.ROOT));
    }
    return onFile.practice(caller, now);
  }

  private static void named(ObjectNode asked, String field, JsonNode practice) {
    if (!asked.hasNonNull(field) && practice.hasNonNull("name")) {
      asked.putObject(field).put("last", practice.path("name").asText());
    }
  }

  private static String required(JsonNode asked, String field) {
    var value = Fill.text(asked, field);
    if (value == null || value.isBlank()) {
      throw ProblemKind.BODY_INVALID.with("/" + field + " is missing");
    }
    return value;
  }
}
