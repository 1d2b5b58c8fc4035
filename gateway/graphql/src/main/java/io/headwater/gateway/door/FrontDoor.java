package io.headwater.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Keys;
import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.problem.ProblemMappers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What every request passes first: paths that could be read in two ways are refused, then the
 * caller is made out, then counted. Behind it every door knows its caller; what a caller may do is
 * decided by the doors themselves.
 */
@ApplicationScoped
public class FrontDoor {

  /** Under this key the routing context holds the {@link Caller}. */
  public static final String CALLER = "headwater.caller";

  /** Under this key the routing context holds the text of the key that was shown. */
  public static final String CREDENTIAL = "headwater.credential";

  private static final Pattern TWO_READINGS =
      Pattern.compile(";|%3b|%2f|%5c|%00|%25|\\\\|//|/\\.{1,2}(/|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern OPEN =
      Pattern.compile("/openapi|/graphql/schema\\.graphql|/q/health(/.*)?");

  private static final String ENGINE = "/engine";

  private final Keys keys;
  private final RateLimit limit;
  private final ObjectMapper json;

  FrontDoor(Keys keys, RateLimit limit, ObjectMapper json) {
    this.keys = keys;
    this.limit = limit;
    this.json = json;
  }

  void register(@Observes Filters filters) {
    filters.register(this::enter, 1000);
  }

  void register(@Observes Router router) {
    router
        .route()
        .order(Integer.MAX_VALUE)
        .handler(context -> refuse(context, ProblemKind.NOT_FOUND.problem()));
  }

  private void enter(RoutingContext context) {
    String requestId = UUID.randomUUID().toString();
    context.response().putHeader("X-Request-Id", requestId);
    if (TWO_READINGS.matcher(path(context)).find()) {
      refuse(context, ProblemKind.PATH_REFUSED.problem());
    } else if (path(context).startsWith(ENGINE)) {
      refuse(context, ProblemKind.NOT_FOUND.problem()); // reached through its door alone
    } else if (OPEN.matcher(path(context)).matches()) {
      context.next();
    } else {
      identify(context);
    }
  }

  /** The path as it was sent, before anything decodes or normalises it. */
  private static String path(RoutingContext context) {
    String uri = context.request().uri();
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  private void identify(RoutingContext context) {
    try {
      String key = credential(context);
      var remembered = keys.remembered(key);
      if (remembered.isPresent()) {
        admit(context, key, remembered.get());
      } else {
        ask(context, key);
      }
    } catch (Problem problem) {
      refuse(context, problem);
    }
  }

  private void ask(RoutingContext context, String key) {
    context.request().pause();
    context
        .vertx()
        .executeBlocking(() -> keys.caller(key), false)
        .onComplete(
            asked -> {
              if (asked.succeeded()) {
                admit(context, key, asked.result());
              } else if (asked.cause() instanceof Problem problem) {
                refuse(context, problem);
              } else if (ProblemMappers.databaseAway(asked.cause())) {
                refuse(context, ProblemKind.DATABASE_AWAY.problem());
              } else {
                refuse(context, ProblemMappers.unexpected(asked.cause()));
              }
            });
  }

  private void admit(RoutingContext context, String key, Caller caller) {
    if (limit.admits(caller, context.response())) {
      context.put(CALLER, caller);
      context.put(CREDENTIAL, key);
      context.next();
    } else {
      refuse(context, ProblemKind.RATE_LIMITED.problem());
    }
  }

  private static String credential(RoutingContext context) {
    String key = context.request().getHeader("X-API-Key");
    if (key != null) {
      return key.strip();
    }
    String authorization =
        Optional.ofNullable(context.request().getHeader("Authorization")).orElse("").strip();
    String scheme = authorization.toLowerCase(Locale.ROOT);
    if (scheme.startsWith("apikey ")) {
      return authorization.substring("apikey ".length()).strip();
    }
    throw scheme.startsWith("bearer ")
        ? ProblemKind.TOKEN_INVALID.problem()
        : ProblemKind.API_KEY_REQUIRED.problem();
  }

  private void refuse(RoutingContext context, Problem problem) {
    var response = context.response();
    if (response.ended()) {
      return;
    }
    response.setStatusCode(problem.kind().status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
    if (problem.kind().status() == 401) {
      response.putHeader("WWW-Authenticate", "ApiKey realm=\"headwater\"");
    }
    if (problem.retryAfter() > 0) {
      response.putHeader("Retry-After", Integer.toString(problem.retryAfter()));
    }
    if (!context.request().isEnded()) {
      response.putHeader("Connection", "close"); // the rest of the body will not be read
    }
    try {
      response.end(json.writeValueAsString(problem.body()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
