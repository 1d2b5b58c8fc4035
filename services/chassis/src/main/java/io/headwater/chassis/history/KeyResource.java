package io.headwater.chassis.history;

import static io.headwater.chassis.problem.ChassisProblem.UNKNOWN_KEY;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.headwater.chassis.audit.ReadAudit;
import io.headwater.chassis.tenancy.CallerOfRequest;
import io.headwater.chassis.tenancy.Database;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The values under one key of one kind, without the facts: what a whole practice's facts are
 * compared by.
 */
@Path("/fact-keys")
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
public class KeyResource {

  private static final String VALUES =
      """
      select distinct value from fact_key
      where practice_id = $1 and name = $2 and kind = $3 and since <= $4
      order by value
      """;

  private final FactKinds kinds;
  private final Database database;
  private final ReadAudit audit;
  private final CallerOfRequest request;
  private final Clock clock = Clock.systemUTC();

  @Inject
  KeyResource(FactKinds kinds, Database database, ReadAudit audit, CallerOfRequest request) {
    this.kinds = kinds;
    this.database = database;
    this.audit = audit;
    this.request = request;
  }

  /**
   * The values, in order, as known now, as an array on one line.
   *
   * @param kind of which kind
   * @param key under which of its keys
   */
  @GET
  @Produces("application/x-ndjson")
  public Uni<String> values(@QueryParam("kind") String kind, @QueryParam("key") String key) {
    var named = kinds.named(String.valueOf(kind));
    if (key == null || !named.hasKey(key)) {
      throw UNKNOWN_KEY.about(named.name() + " by " + key);
    }
    var caller = request.get();
    var now = clock.instant();
    var wanted = Tuple.of(caller.practice(), key, named.name(), now.atOffset(ZoneOffset.UTC));
    return database.inPractice(
        caller.practice(),
        connection ->
            connection
                .preparedQuery(VALUES)
                .execute(wanted)
                .map(
                    rows -> {
                      var values = JsonNodeFactory.instance.arrayNode();
                      rows.forEach(row -> values.add(row.getString(0)));
                      return values;
                    })
                .call(
                    values ->
                        named.aboutPatients()
                            ? audit.record(
                                connection,
                                caller,
                                List.of(named.name()),
                                "[[{\"kind\":\"" + named.name() + "\",\"keys\":\"" + key + "\"}]]",
                                now,
                                values.size())
                            : Uni.createFrom().voidItem())
                .map(ArrayNode::toString));
  }
}
