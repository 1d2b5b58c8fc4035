package io.headwater.gateway.query;

import io.headwater.gateway.problem.ProblemKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.execution.ExecutionService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** GraphQL over HTTP (the GraphQL foundation's specification), in front of the engine. */
@Path("/graphql")
public class GraphQlResource {

  private static final String JSON = "application/json";
  private static final String RESPONSE = "application/graphql-response+json";
  private static final String ALLOWED = "GET, POST";

  /** What Quarkus's fetchers look for in the context of an execution, as its own handler has it. */
  private static final Map<String, Object> CONTEXT = Map.of("runBlocking", false);

  private final ExecutionService engine;
  private final String sdl;

  GraphQlResource(ExecutionService engine) {
    this.engine = engine;
    try (InputStream in = GraphQlResource.class.getResourceAsStream("/graphql/schema.graphql")) {
      sdl = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A question in a body of JSON. */
  @POST
  @RunOnVirtualThread
  public Response post(
      @HeaderParam("Content-Type") String type, @HeaderParam("Accept") String accept, byte[] body) {
    String media = type == null ? "" : type.toLowerCase(Locale.ROOT).split(";")[0].strip();
    if (!media.equals(JSON)) {
      throw ProblemKind.MEDIA_TYPE_UNSUPPORTED.problem();
    }
    String answered = negotiate(accept);
    try {
      return answer(GraphQlRequest.parse(body), answered);
    } catch (GraphQlRequest.Malformed malformed) {
      return refusal(400, answered, "BODY_UNREADABLE", malformed.getMessage());
    }
  }

  /** A question in the query string; it may change nothing. */
  @GET
  @RunOnVirtualThread
  public Response get(
      @QueryParam("query") String query,
      @QueryParam("operationName") String operationName,
      @QueryParam("variables") String variables,
      @QueryParam("extensions") String extensions,
      @HeaderParam("Accept") String accept) {
    String answered = negotiate(accept);
    try {
      var request = GraphQlRequest.of(query, operationName, variables, extensions);
      if (QueryLimits.changes(query)) {
        return Response.status(405)
            .header("Allow", "POST")
            .type(utf8(answered))
            .entity(
                GraphQlAnswer.refusal("METHOD_NOT_ALLOWED", "only a query can be asked by GET")
                    .body()
                    .toString())
            .build();
      }
      return answer(request, answered);
    } catch (GraphQlRequest.Malformed malformed) {
      return refusal(400, answered, "BODY_UNREADABLE", malformed.getMessage());
    }
  }

  /** The SDL, as it is published. */
  @GET
  @Path("/schema.graphql")
  public Response schema() {
    return Response.ok(sdl).type("text/plain;charset=UTF-8").header("Allow", ALLOWED).build();
  }

  private Response answer(GraphQlRequest request, String answered) {
    return switch (QueryLimits.examine(request.query())) {
      case QueryLimits.Examined.Fit _ -> execute(request, answered);
      case QueryLimits.Examined.Unparseable(var message) ->
          refusal(answered.equals(RESPONSE) ? 400 : 200, answered, "QUERY_UNPARSEABLE", message);
      case QueryLimits.Examined.Excessive(var message) ->
          refusal(400, answered, "QUERY_TOO_LARGE", message);
    };
  }

  private Response execute(GraphQlRequest request, String answered) {
    var written = new CompletableFuture<GraphQlAnswer>();
    engine.executeSync(
        request.body(),
        new HashMap<>(CONTEXT),
        result -> written.complete(GraphQlAnswer.of(result.getExecutionResultAsJsonObject())));
    var answer = written.join();
    var refused = answer.refused();
    int status =
        refused.isPresent()
            ? refused.get().status()
            : !answer.executed() && answered.equals(RESPONSE) ? 400 : 200;
    var response = Response.status(status).type(utf8(answered)).entity(answer.body().toString());
    if (refused.isPresent() && refused.get().problem().retryAfter() > 0) {
      response.header("Retry-After", refused.get().problem().retryAfter());
    }
    return response.build();
  }

  private static Response refusal(int status, String answered, String code, String message) {
    return Response.status(status)
        .type(utf8(answered))
        .entity(GraphQlAnswer.refusal(code, message).body().toString())
        .build();
  }

  /** What the client takes; plain JSON for one that takes anything. */
  private static String negotiate(String accept) {
    String taken = accept == null || accept.isBlank() ? "*/*" : accept.toLowerCase(Locale.ROOT);
    int response = taken.indexOf(RESPONSE);
    int json = taken.indexOf(JSON);
    if (response >= 0 && (json < 0 || response < json)) {
      return RESPONSE;
    }
    if (json >= 0 || taken.contains("*/*") || taken.contains("application/*")) {
      return JSON;
    }
    throw ProblemKind.NOT_ACCEPTABLE.problem();
  }

  private static String utf8(String media) {
    return media + ";charset=utf-8";
  }
}
