package io.headwater.gateway.outgoing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.write.X12Writer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A claim as X12, written from the facts on file; nothing is sent and nothing changes. */
@Path("/v1/claims/{controlNumber}")
public class ClaimResource {

  private static final Set<String> FREQUENCIES = Set.of("1", "7", "8");

  private final CurrentCaller current;
  private final ClaimOnFile claims;
  private final OnFile onFile;
  private final Clock clock;

  ClaimResource(CurrentCaller current, ClaimOnFile claims, OnFile onFile, Clock clock) {
    this.current = current;
    this.claims = claims;
    this.onFile = onFile;
    this.clock = clock;
  }

  /**
   * The claim as an 837P: original (1), replacement (7) or void (8). The latter two name the
   * payer's first finalised number of the claim.
   */
  @GET
  @Path("/837")
  @Produces("application/edi-x12")
  @RunOnVirtualThread
  public byte[] claim(
      @PathParam("controlNumber") String controlNumber,
      @QueryParam("frequency") @DefaultValue("1") String frequency,
      @QueryParam("contactPhone") String contactPhone)
      throws IOException {
    var caller = current.requiring(Scope.X12_READ);
    if (!FREQUENCIES.contains(frequency)) {
      throw ProblemKind.PARAMETER_INVALID.with("frequency");
    }
    var now = clock.instant();
    ObjectNode claim = claims.claim(caller, controlNumber, now);
    claim.put("frequency", frequency);
    claim.remove(List.of("originalReference", "clearinghouseId"));
    if (!frequency.equals("1")) {
      claim.put("originalReference", claims.finalised(caller, claim, now));
    }
    var practice = submitter(claim, onFile.practice(caller, now).deepCopy());
    if (contactPhone != null) {
      practice.put("phone", contactPhone);
    }
    var submission = Outgoing.submission(practice, claim, controlNumber + "-" + frequency);
    var envelope =
        Outgoing.envelope(
            practice, Fill.text(practice, "groupNpi"), Fill.text(claim, "payerId"), now);
    var record = Outgoing.record(claim, Claim.class);
    return Outgoing.write(out -> X12Writer.claims(out, envelope, submission, List.of(record)));
  }

  /** The question to the payer where the claim stands, as a 276. */
  @GET
  @Path("/276")
  @Produces("application/edi-x12")
  @RunOnVirtualThread
  public byte[] status(@PathParam("controlNumber") String controlNumber) throws IOException {
    var caller = current.requiring(Scope.X12_READ);
    var now = clock.instant();
    ObjectNode claim = claims.claim(caller, controlNumber, now);
    var practice = submitter(claim, onFile.practice(caller, now).deepCopy());
    var envelope =
        Outgoing.envelope(
            practice, Fill.text(practice, "groupNpi"), Fill.text(claim, "payerId"), now);
    var record = Outgoing.record(claim, Claim.class);
    var self = claim.path("relationship").asText("18").equals("18");
    var days = record.lines().stream().map(l -> l.serviceDate()).sorted().toList();
    var last = days.isEmpty() || days.getLast().equals(days.getFirst()) ? null : days.getLast();
    var inquiry =
        new ClaimStatusInquiry(
            controlNumber + "-" + envelope.control(),
            controlNumber,
            null,
            record.payerId(),
            record.payerName(),
            Fill.text(practice, "groupNpi"),
            new io.headwater.x12.record.PersonName(null, Fill.text(practice, "name")),
            self ? null : record.subscriberName(),
            record.patientName(),
            record.birthDate(),
            record.sex(),
            record.memberId(),
            record.totalCharge(),
            days.isEmpty() ? null : days.getFirst(),
            last,
            null);
    return Outgoing.write(out -> X12Writer.statusInquiries(out, envelope, List.of(inquiry)));
  }

  /** The practice; what it does not say of itself, the billing provider of the claim does. */
  private static ObjectNode submitter(ObjectNode claim, ObjectNode practice) {
    var billing = claim.path("providers").path(0);
    Fill.from(practice, "groupNpi", billing, "npi");
    Fill.from(practice, "name", billing.path("name"), "last");
    return practice;
  }
}
