package io.headwater.chassis.history;

import static io.headwater.chassis.problem.ChassisProblem.NO_SUCH_FACT;
import static io.headwater.chassis.problem.ChassisProblem.UNREADABLE;

import io.headwater.chassis.tenancy.Caller;
import io.headwater.chassis.tenancy.CallerOfRequest;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * The facts of one service, many at once: written as they became known, read as known at an
 * instant.
 */
@Path("/facts")
@IfBuildProperty(name = "chassis.facts", stringValue = "true")
public class FactResource {

  private static final String NDJSON = "application/x-ndjson";
  private static final String OUTLINES_FOLLOW = "{\"outlines\":\"follow\"}";

  private final FactKinds kinds;
  private final FactWriter writer;
  private final FactReader reader;
  private final TableStatistics statistics;
  private final CallerOfRequest request;
  private final Clock clock = Clock.systemUTC();

  @Inject
  FactResource(
      FactKinds kinds,
      FactWriter writer,
      FactReader reader,
      TableStatistics statistics,
      CallerOfRequest request) {
    this.kinds = kinds;
    this.writer = writer;
    this.reader = reader;
    this.statistics = statistics;
    this.request = request;
  }

  /**
   * Appends facts, one a line, all of them or none; what is already known word for word changes
   * nothing.
   *
   * @param counted whether the last line says how many facts came before it, so that a body that
   *     breaks off is told from one that ends
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public String append(@QueryParam("counted") boolean counted, InputStream body)
      throws IOException {
    var practice = request.get().practice();
    try (var lines = new FactLines(kinds, body, counted)) {
      var appended = writer.append(practice, lines);
      statistics.grownBy(appended.accepted());
      return "{\"accepted\":"
          + appended.accepted()
          + ",\"unchanged\":"
          + appended.unchanged()
          + "}";
    }
  }

  /**
   * All versions of what the rounds of selectors lead to, each fact once, ordered by kind, id,
   * instant and version; then the counts that were asked for. Where outlines are asked for, a line
   * {@code {"outlines":"follow"}} ends this part, and then comes a line for each.
   */
  @POST
  @Path("/query")
  @Consumes(MediaType.WILDCARD)
  @Produces(NDJSON)
  public Multi<String> query(String body) {
    return answer(request.get(), FactQuery.parse(body, kinds, clock.instant()), false);
  }

  /** All versions of one fact: what a citation in evidence resolves to. */
  @GET
  @Path("/{kind}/{id: .+}")
  @Produces(NDJSON)
  public Multi<String> versions(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @QueryParam("knownAt") Optional<String> knownAt) {
    var one = new FactQuery.Selector.By(kinds.named(kind), "id", List.of(id));
    var asked = "[[{\"kind\":\"" + kind + "\",\"by\":\"id\"}]]";
    var query =
        new FactQuery(
            instant(knownAt),
            List.of(List.of(one)),
            List.of(),
            List.of(),
            new FactQuery.Asked(asked, "[]"));
    return answer(request.get(), query, true);
  }

  private Multi<String> answer(Caller caller, FactQuery query, boolean mustExist) {
    Uni<FactReader.Found> found =
        reader
            .find(caller, query)
            .invoke(
                facts -> {
                  if (mustExist && facts.ids().isEmpty()) {
                    throw NO_SUCH_FACT.toException();
                  }
                });
    return RestMulti.fromUniResponse(
        found,
        facts ->
            Multi.createBy()
                .concatenating()
                .streams(
                    facts(caller, query, facts),
                    Multi.createFrom().iterable(facts.counts()).filter(line -> !line.isEmpty()),
                    outlines(caller, query, facts)));
  }

  private Multi<String> facts(Caller caller, FactQuery query, FactReader.Found found) {
    var rest =
        Multi.createFrom()
            .iterable(found.rest())
            .onItem()
            .transformToUniAndConcatenate(
                page -> reader.versions(caller.practice(), page, query.knownAt()));
    return found.first().isEmpty()
        ? rest
        : Multi.createBy().concatenating().streams(Multi.createFrom().item(found.first()), rest);
  }

  /** What comes before is told at once: who asked can go on with it. */
  private Multi<String> outlines(Caller caller, FactQuery query, FactReader.Found found) {
    if (query.outlines().isEmpty()) {
      return Multi.createFrom().empty();
    }
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(OUTLINES_FOLLOW),
            reader
                .outlines(caller, query, found.search())
                .onItem()
                .transformToMulti(lines -> Multi.createFrom().iterable(lines)));
  }

  private Instant instant(Optional<String> text) {
    try {
      return text.map(Instant::parse).orElseGet(clock::instant);
    } catch (DateTimeParseException malformed) {
      throw UNREADABLE.about("knownAt must be an instant");
    }
  }
}
