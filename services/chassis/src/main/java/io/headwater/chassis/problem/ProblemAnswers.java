package io.headwater.chassis.problem;

import static io.headwater.chassis.problem.ChassisProblem.DATABASE_AWAY;
import static io.headwater.chassis.problem.ChassisProblem.UNEXPECTED;
import static io.headwater.chassis.problem.ChassisProblem.UNREADABLE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever failed into a problem; the only place that does. */
public class ProblemAnswers {

  private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);
  private static final String RETRY_AFTER_SECONDS = "2";

  /**
   * The answer to any failure: a refusal as it is, an outage as 503, a fault as 500 with a
   * reference.
   */
  @ServerExceptionMapper
  public Response answer(Throwable failure) {
    return switch (failure) {
      case ProblemException problem -> answer(problem.type(), problem.detail(), "");
      case WebApplicationException http -> fromHttp(http);
      case JsonProcessingException _ -> answer(UNREADABLE, "not JSON", "");
      case Throwable outage when databaseAway(outage) -> {
        LOG.warnf("The database does not answer: %s", outage.getClass().getSimpleName());
        yield answer(DATABASE_AWAY, "", "");
      }
      case PgException refused when String.valueOf(refused.getSqlState()).startsWith("22") ->
          answer(UNREADABLE, "A value cannot be stored (" + refused.getSqlState() + ")", "");
      default -> {
        var reference = UUID.randomUUID().toString();
        LOG.errorf(failure, "Unexpected failure %s", reference);
        yield answer(UNEXPECTED, "", reference);
      }
    };
  }

  private static Response fromHttp(WebApplicationException http) {
    var status = http.getResponse().getStatus();
    var reason = http.getResponse().getStatusInfo().getReasonPhrase();
    var code = reason.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Response.status(status)
        .type("application/problem+json")
        .entity(body("urn:headwater:problem:" + code, reason, status, code).toString())
        .build();
  }

  private static Response answer(ProblemType type, String detail, String reference) {
    var body = body(type.uri(), type.title(), type.status(), type.code());
    if (!detail.isEmpty()) {
      body.put("detail", detail);
    }
    if (!reference.isEmpty()) {
      body.put("reference", reference);
    }
    var response = Response.status(type.status()).type("application/problem+json");
    if (type.status() == 503) {
      response.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (type.status() == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    return response.entity(body.toString()).build();
  }

  private static ObjectNode body(String uri, String title, int status, String code) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", uri)
        .put("title", title)
        .put("status", status)
        .put("code", code);
  }

  /**
   * Whether a failure says that PostgreSQL is unreachable, starting, stopping or out of
   * connections.
   */
  static boolean databaseAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException refused) {
        var state = refused.getSqlState() == null ? "" : refused.getSqlState();
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
      }
      if (cause instanceof IOException || cause instanceof ClosedConnectionException) {
        return true;
      }
      if ("Timeout".equals(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }
}
