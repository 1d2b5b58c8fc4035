package io.headwater.denials.worklist;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.chassis.tenancy.CallerOfRequest;
import io.headwater.denials.DenialsProblem;
import io.headwater.denials.standing.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of work: cases in order of their ids, a page at a time. */
@Path("/cases")
public class CaseResource {

  private static final int MOST = 5000;

  private final CaseStore cases;
  private final CallerOfRequest request;

  @Inject
  CaseResource(CaseStore cases, CallerOfRequest request) {
    this.cases = cases;
    this.request = request;
  }

  /**
   * Cases, one a line.
   *
   * @param state only those in this state; all where it is left out
   * @param claims only those of these control numbers; all where it is left out
   * @param after only those whose id comes later, to go on from the last one read
   * @param limit how many at most
   */
  @GET
  @Produces("application/x-ndjson")
  public Uni<String> list(
      @QueryParam("state") List<String> state,
      @QueryParam("controlNumber") List<String> claims,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("500") int limit) {
    var states = state.isEmpty() ? all() : state;
    if (!all().containsAll(states)) {
      throw DenialsProblem.UNKNOWN_STATE.toException();
    }
    return cases
        .list(request.get(), new CaseStore.Page(states, claims, after, Math.clamp(limit, 1, MOST)))
        .map(list -> list.stream().map(CaseResource::line).collect(Collectors.joining()));
  }

  private static List<String> all() {
    return Stream.of(Standing.State.OPEN, Standing.State.PAID, Standing.State.REVERSED)
        .map(Enum::name)
        .toList();
  }

  private static String line(Standing one) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("caseId", one.caseId())
        .put("controlNumber", one.source().controlNumber())
        .put("payerId", one.source().payerId())
        .put("line", one.line().key())
        .put("state", one.state().name())
        .put("procedure", one.line().procedure())
        .put("charge", one.line().charge().toPlainString())
        .put("denials", one.denials())
        .put("claimPaymentId", one.source().claimPaymentId())
        .put("decidedOn", one.source().decidedOn().toString())
        .put("recordedAt", one.source().recordedAt().toString());
    one.codes().forEach(view.withArrayProperty("codes")::add);
    one.remarks().forEach(view.withArrayProperty("remarks")::add);
    one.line().serviceDate().ifPresent(day -> view.put("serviceDate", day.toString()));
    one.openedAt().ifPresent(at -> view.put("openedAt", at.toString()));
    one.closedAt().ifPresent(at -> view.put("closedAt", at.toString()));
    return view + "\n";
  }
}
