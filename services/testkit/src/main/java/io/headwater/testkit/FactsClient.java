package io.headwater.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;

/**
 * A service's addresses as the gateway calls them, for one practice.
 *
 * @param service the service's base address
 * @param token sent as bearer; empty for none
 */
public record FactsClient(URI service, String token) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Calls with a valid token for a practice. */
  public static FactsClient of(URI service, UUID practice) {
    return new FactsClient(service, GatewayTokens.of(practice));
  }

  /** Records facts and answers the body. */
  public String record(String... lines) {
    return post("facts", String.join("\n", lines)).body();
  }

  /** The facts that rounds of selectors lead to, one line each. */
  public List<String> query(String body) {
    return post("facts/query", body).body().lines().filter(line -> !line.isBlank()).toList();
  }

  /** Posts a body. */
  public HttpResponse<String> post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  /** Gets an address. */
  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** One fact as a line of the body of {@code POST /facts}. */
  public static String fact(String kind, String recordedAt, String fields) {
    return """
        {"kind":"%s","recordedAt":"%s","record":{%s}}"""
        .formatted(kind, recordedAt, fields);
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(service.resolve("/" + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
