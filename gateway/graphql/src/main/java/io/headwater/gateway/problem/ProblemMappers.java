package io.headwater.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How a failure of a REST door is told. */
public final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** A refusal, as it stands. */
  @ServerExceptionMapper
  public Response problem(Problem problem) {
    var response =
        Response.status(problem.kind().status())
            .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
            .entity(problem.body());
    if (problem.retryAfter() > 0) {
      response.header(HttpHeaders.RETRY_AFTER, problem.retryAfter());
    }
    return response.build();
  }

  /** What the REST layer itself refuses: no such path, method, media type. */
  @ServerExceptionMapper
  public Response refused(WebApplicationException refusal) {
    return problem(
        switch (refusal.getResponse().getStatus()) {
          case 400 -> ProblemKind.BODY_UNREADABLE.problem();
          case 404 -> ProblemKind.NOT_FOUND.problem();
          case 405 -> ProblemKind.METHOD_NOT_ALLOWED.problem();
          case 406 -> ProblemKind.NOT_ACCEPTABLE.problem();
          case 413 -> ProblemKind.BODY_TOO_LARGE.problem();
          case 415 -> ProblemKind.MEDIA_TYPE_UNSUPPORTED.problem();
          default -> unexpected(refusal);
        });
  }

  /** A body that is no JSON, or JSON of another shape. */
  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException unreadable) {
    return problem(ProblemKind.BODY_UNREADABLE.with(where(unreadable)));
  }

  /** Whatever else: the database away, or a bug with a reference to find it by. */
  @ServerExceptionMapper
  public Response any(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem(problem);
      }
    }
    return problem(
        databaseAway(failure) ? ProblemKind.DATABASE_AWAY.problem() : unexpected(failure));
  }

  /** Whether the failure means that the database could not be reached. */
  public static boolean databaseAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getSQLState() == null
              || sql.getSQLState().startsWith("08")
              || sql.getSQLState().startsWith("53")
              || sql.getSQLState().startsWith("57"))) {
        return true;
      }
    }
    return false;
  }

  /** A bug: logged under a reference, of which alone the caller hears. */
  public static Problem unexpected(Throwable failure) {
    String reference = UUID.randomUUID().toString();
    LOG.errorf(failure, "unexpected failure, reference %s", reference);
    return ProblemKind.UNEXPECTED.with("reference " + reference);
  }

  private static String where(JsonProcessingException unreadable) {
    var location = unreadable.getLocation();
    return location == null
        ? null
        : "at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
