package io.headwater.gateway.door;

import io.headwater.gateway.key.Caller;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts the requests of each key in windows of a minute and says on every answer how many are left
 * (draft-ietf-httpapi-ratelimit-headers). Generous: it stops a loop gone wild, never a bulk load.
 */
@ApplicationScoped
public class RateLimit {

  private static final int WINDOW = 60;

  private final Clock clock;
  private final int quota;
  private final Map<String, Window> windows = new ConcurrentHashMap<>();

  private record Window(long minute, int used) {}

  RateLimit(
      Clock clock,
      @ConfigProperty(name = "headwater.rate.quota", defaultValue = "100000") int quota) {
    this.clock = clock;
    this.quota = quota;
  }

  /** Counts a request, says the state in the response's headers, and whether it may go on. */
  boolean admits(Caller caller, HttpServerResponse response) {
    long second = clock.instant().getEpochSecond();
    long minute = second / WINDOW;
    var window =
        windows.compute(
            caller.subject(),
            (key, old) ->
                old == null || old.minute() != minute
                    ? new Window(minute, 1)
                    : new Window(minute, old.used() + 1));
    long reset = WINDOW - second % WINDOW;
    response
        .putHeader("RateLimit-Policy", "\"requests\";q=" + quota + ";w=" + WINDOW)
        .putHeader(
            "RateLimit", "\"requests\";r=" + Math.max(0, quota - window.used()) + ";t=" + reset);
    boolean admitted = window.used() <= quota;
    if (!admitted) {
      response.putHeader("Retry-After", Long.toString(reset));
    }
    return admitted;
  }
}
