package io.headwater.gateway.upstream;

import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.vocabulary.Owner;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;

/** Declared outages, for tests of partial failure; elsewhere this door does not exist. */
@Path("/v1/outages")
public class OutageResource {

  private final CurrentCaller current;
  private final Outages outages;
  private final boolean allowed;

  OutageResource(CurrentCaller current, Outages outages, ServicesConfig config) {
    this.current = current;
    this.outages = outages;
    this.allowed =
        config.faults().equalsIgnoreCase("on") || config.faults().equalsIgnoreCase("true");
  }

  /** Declares exactly these services to be out; an empty list ends all outages. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public List<String> declare(List<String> names) {
    if (!allowed) {
      throw ProblemKind.NOT_FOUND.problem();
    }
    current.requiring(Scope.OPERATOR);
    var owners = EnumSet.noneOf(Owner.class);
    for (String name : names == null ? List.<String>of() : names) {
      owners.add(
          List.of(Owner.values()).stream()
              .filter(owner -> owner.name().equals(name))
              .findFirst()
              .orElseThrow(() -> ProblemKind.BODY_INVALID.with("unknown service")));
    }
    outages.declare(owners);
    return owners.stream().map(Owner::name).toList();
  }
}
