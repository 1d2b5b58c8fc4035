package io.headwater.cli.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gateway's doors for one key. */
public final class Gateway {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PATIENCE_FOR_FILES = Duration.ofHours(6);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final String WHY = resource("/why.graphql");
  private static final String WHY_CHANGED = resource("/why-changed.graphql");

  private final String url;
  private final String key;

  /** The doors at this address, opened with this key. */
  public Gateway(String url, String key) {
    this.url = url.replaceFirst("/+$", "");
    this.key = key;
  }

  /** Its address. */
  public String url() {
    return url;
  }

  /** The same gateway for another key. */
  public Gateway as(String otherKey) {
    return new Gateway(url, otherKey);
  }

  /** Creates an empty practice (for operators) and gives its key, which holds every scope. */
  public String createPractice(String id, String name) {
    ObjectNode body = JSON.createObjectNode().put("id", id).put("name", name);
    Reply reply =
        send("POST", "/v1/practices", "application/json", BodyPublishers.ofString(body.toString()));
    if (!reply.successful()) {
      throw new GatewayProblem(reply.status(), "The practice was not created: " + reply.problem());
    }
    return reply.body().path("apiKey").asText();
  }

  /** Ends all outages and begins these: the gateway then treats the services as not answering. */
  public void outages(List<String> services) {
    String body = JSON.valueToTree(services).toString();
    Reply reply = send("PUT", "/v1/outages", "application/json", BodyPublishers.ofString(body));
    if (!reply.successful()) {
      throw new GatewayProblem(
          reply.status(),
          "The outage door refuses (a stack started with HEADWATER_FAULTS=on has it): "
              + reply.problem());
    }
  }

  /** Whether outages can be feigned here; ends those that are on. */
  public boolean hasOutageDoor() {
    return send("PUT", "/v1/outages", "application/json", BodyPublishers.ofString("[]"))
        .successful();
  }

  /** Sends X12 interchanges, as known at an instant of the past if one is given. */
  public Reply x12(Path file, Optional<Instant> recordedAt) {
    return x12(new SentFile(file), recordedAt);
  }

  /** Sends X12 interchanges and tells how far it is. */
  public Reply x12(SentFile file, Optional<Instant> recordedAt) {
    String query = recordedAt.map(at -> "?recordedAt=" + encoded(at.toString())).orElse("");
    return send("POST", "/v1/x12" + query, "application/edi-x12", file);
  }

  /**
   * Sends many files as a ZIP, each answered as by its own door.
   *
   * @param dated whether X12 was learned at the times that the files bear in the ZIP
   */
  public Reply files(byte[] zip, boolean dated) {
    String query = dated ? "?recordedAt=entries" : "";
    BodyPublisher body = BodyPublishers.ofByteArray(zip);
    return send(
        request("POST", "/v1/files" + query, "application/zip", body)
            .timeout(PATIENCE_FOR_FILES)
            .build());
  }

  /** Sends bulk records, one JSON object a line. */
  public Reply records(Path file) {
    return records(new SentFile(file));
  }

  /** Sends bulk records and tells how far it is. */
  public Reply records(SentFile file) {
    return send("POST", "/v1/records", "application/x-ndjson", file);
  }

  /** Sends bulk records, one JSON object a line. */
  public Reply records(String lines) {
    return send("POST", "/v1/records", "application/x-ndjson", BodyPublishers.ofString(lines));
  }

  /** Sends X12 text. */
  public Reply x12(String text) {
    return send("POST", "/v1/x12", "application/edi-x12", BodyPublishers.ofString(text));
  }

  /** Sends X12 text, as known at an instant of the past if one is given. */
  public Reply x12(String text, Optional<Instant> recordedAt) {
    String query = recordedAt.map(at -> "?recordedAt=" + encoded(at.toString())).orElse("");
    return send("POST", "/v1/x12" + query, "application/edi-x12", BodyPublishers.ofString(text));
  }

  /** Puts JSON to one of the doors. */
  public Reply put(String path, JsonNode body) {
    return send("PUT", path, "application/json", BodyPublishers.ofString(body.toString()));
  }

  /** Posts JSON to one of the doors. */
  public Reply post(String path, JsonNode body) {
    return send("POST", path, "application/json", BodyPublishers.ofString(body.toString()));
  }

  /** Reads one of the doors. */
  public Reply get(String path) {
    return send("GET", path, "", BodyPublishers.noBody());
  }

  /** Any GraphQL query. */
  public Reply graphql(String query, ObjectNode variables) {
    ObjectNode body = JSON.createObjectNode().put("query", query);
    body.set("variables", variables);
    return send("POST", "/graphql", "application/json", BodyPublishers.ofString(body.toString()));
  }

  /** The whole GraphQL answer to "why did this claim deny?", as known at an instant or now. */
  public Reply why(String controlNumber, Optional<Instant> knownAt) {
    ObjectNode variables = JSON.createObjectNode().put("claim", controlNumber);
    knownAt.ifPresent(at -> variables.put("knownAt", at.toString()));
    return graphql(WHY, variables);
  }

  /** The whole GraphQL answer to "what changed for this claim?", until an instant or now. */
  public Reply whyChanged(String controlNumber, Instant from, Optional<Instant> to) {
    ObjectNode variables =
        JSON.createObjectNode().put("claim", controlNumber).put("from", from.toString());
    to.ifPresent(at -> variables.put("to", at.toString()));
    return graphql(WHY_CHANGED, variables);
  }

  /** Asks about many claims, a control number a line; gives the number of answers. */
  public long whyMany(String controlNumbers) {
    HttpRequest request =
        request("POST", "/v1/why", "text/plain", BodyPublishers.ofString(controlNumbers))
            .timeout(PATIENCE_FOR_FILES)
            .build();
    try {
      HttpResponse<Stream<String>> response = CLIENT.send(request, BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        if (response.statusCode() != 200) {
          throw new GatewayProblem(response.statusCode(), lines.collect(Collectors.joining()));
        }
        return lines.filter(line -> !line.isBlank()).count();
      }
    } catch (IOException | UncheckedIOException e) {
      throw new GatewayProblem("The gateway at " + url + " broke off its answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayProblem("Interrupted while waiting for the gateway.", e);
    }
  }

  private Reply send(String method, String path, String type, BodyPublisher body) {
    return send(request(method, path, type, body).timeout(PATIENCE).build());
  }

  private Reply send(String method, String path, String type, SentFile file) {
    HttpRequest.Builder request =
        request(method, path, type, file.content()).timeout(PATIENCE_FOR_FILES);
    if (file.compressed()) {
      request.header("Content-Encoding", "gzip");
    }
    return send(request.build());
  }

  private HttpRequest.Builder request(String method, String path, String type, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("X-API-Key", key)
            .header("Accept", "application/json, application/problem+json, */*")
            .method(method, body);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return request;
  }

  private Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), json(response.body()));
    } catch (IOException e) {
      throw new GatewayProblem(
          "The gateway at " + url + " does not answer; ./headwater up starts it.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayProblem("Interrupted while waiting for the gateway.", e);
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode node = body.length == 0 ? null : JSON.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JacksonException e) {
      return JSON.createObjectNode().put("detail", new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String resource(String name) {
    try (InputStream stream = Gateway.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
