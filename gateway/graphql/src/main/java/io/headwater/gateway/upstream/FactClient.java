package io.headwater.gateway.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.key.Caller;
import io.headwater.vocabulary.Owner;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Speaks with the fact services. A service that refuses the connection, does not answer in time or
 * fails is away; one that refuses the request is a bug of ours and said so.
 */
@ApplicationScoped
public class FactClient {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration FOR_ANOTHER_CLAIM = Duration.ofMillis(40);

  private final ServicesConfig config;
  private final ServiceTokens tokens;
  private final Outages outages;
  private final ObjectMapper json;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;
  private final Map<Owner, Patience> patience = new EnumMap<>(Owner.class);
  private final FactLines lines;

  FactClient(ServicesConfig config, ServiceTokens tokens, Outages outages, ObjectMapper json) {
    this.config = config;
    this.tokens = tokens;
    this.outages = outages;
    this.json = json;
    this.lines = new FactLines(json);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(threads)
            .build();
    for (var owner : Owner.values()) {
      patience.put(owner, new Patience(config.patience()));
    }
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }

  /**
   * Asks a service once; every version recorded up to the instant of the question. The records are
   * the caller's own.
   */
  public List<Fact> query(Caller caller, Owner owner, FactQuery question) throws ServiceAway {
    long started = System.nanoTime();
    var parts = asked(caller, owner, question, wait(owner, 1));
    learn(owner, started, 1);
    return lines.own(owner, parts.facts());
  }

  /**
   * The same with what is asked for in outline. The records are shared with other questions: they
   * are read and never changed.
   *
   * @param claims about how many claims it is asked; an answer about many may take longer, and
   *     tells nothing about how long one takes
   */
  public Answered ask(Caller caller, Owner owner, FactQuery question, int claims)
      throws ServiceAway {
    var wait = wait(owner, claims);
    long started = System.nanoTime();
    var parts = asked(caller, owner, question, wait);
    if (question.outlines().isEmpty()) {
      learn(owner, started, claims);
    }
    return new Answered(
        lines.shared(owner, parts.facts()),
        () -> {
          var outlines = coming(owner, parts.outlines(), started, wait);
          learn(owner, started, claims);
          return FactLines.outlines(outlines);
        });
  }

  /** How long a whole answer about one claim takes, its outlines included. */
  private void learn(Owner owner, long started, int claims) {
    if (claims == 1) {
      patience.get(owner).answered(Duration.ofNanos(System.nanoTime() - started));
    }
  }

  private Duration wait(Owner owner, int claims) {
    return patience.get(owner).current().plus(FOR_ANOTHER_CLAIM.multipliedBy(claims - 1L));
  }

  private AnswerBody.Parts asked(Caller caller, Owner owner, FactQuery question, Duration wait)
      throws ServiceAway {
    byte[] body = write(question);
    return send(
            owner,
            () ->
                request(caller, owner, "/facts/query", "application/json")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build(),
            _ -> new AnswerBody(),
            wait)
        .body();
  }

  private static byte[] coming(
      Owner owner, CompletableFuture<byte[]> outlines, long started, Duration wait)
      throws ServiceAway {
    try {
      long left = wait.toNanos() - (System.nanoTime() - started);
      return outlines.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new ServiceAway(owner, "no whole answer within " + wait.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw new ServiceAway(owner, "broke the connection");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceAway(owner, "interrupted");
    }
  }

  /** The values that the facts of a kind hold under a key, in order, as known now. */
  public List<String> values(Caller caller, Owner owner, String kind, String key)
      throws ServiceAway {
    var path = "/fact-keys?kind=" + kind + "&key=" + key;
    var response =
        send(
            owner,
            () -> request(caller, owner, path, "application/json").GET().build(),
            BodyHandlers.ofByteArray(),
            config.writePatience());
    try {
      return json.readerForListOf(String.class).readValue(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(owner + " answered what is no list of values", e);
    }
  }

  /**
   * Hands facts to their owner, as NDJSON; when this returns they are durable and visible. Sending
   * the same again changes nothing.
   */
  public void record(Caller caller, Owner owner, Supplier<BodyPublisher> lines) throws ServiceAway {
    send(
        owner,
        () -> request(caller, owner, "/facts", "application/x-ndjson").POST(lines.get()).build(),
        BodyHandlers.ofByteArray(),
        config.writePatience());
  }

  /** Opens a body of facts to their owner that is kept whole or not at all. */
  public FactStream stream(Caller caller, Owner owner) throws ServiceAway {
    if (outages.covers(owner)) {
      throw new ServiceAway(owner, "declared to be out");
    }
    return new FactStream(
        owner,
        config.writePatience(),
        threads,
        body ->
            http.sendAsync(
                request(caller, owner, "/facts?counted=true", "application/x-ndjson")
                    .POST(body)
                    .build(),
                BodyHandlers.ofByteArray()));
  }

  /** Ends a body of so many facts; when this returns they are durable and visible. */
  public void end(Owner owner, FactStream stream, long facts) throws ServiceAway {
    stream.end(facts);
    try {
      answered(owner, "/facts", awaited(owner, stream.answer(), config.writePatience()));
    } catch (IOException broken) {
      throw new ServiceAway(owner, "broke the connection");
    }
  }

  private HttpRequest.Builder request(Caller caller, Owner owner, String path, String type) {
    String base = config.address(owner).toString().replaceAll("/+$", "");
    return HttpRequest.newBuilder(java.net.URI.create(base + path))
        .header("Content-Type", type)
        .header("Authorization", "Bearer " + tokens.token(caller));
  }

  private <T> HttpResponse<T> send(
      Owner owner, Supplier<HttpRequest> request, BodyHandler<T> body, Duration wait)
      throws ServiceAway {
    if (outages.covers(owner)) {
      throw new ServiceAway(owner, "declared to be out");
    }
    HttpResponse<T> response;
    try {
      response = exchange(owner, request.get(), body, wait);
    } catch (IOException stale) {
      response = again(owner, request, body, wait, stale);
    }
    return answered(owner, response.request().uri().getPath(), response);
  }

  private static <T> HttpResponse<T> answered(Owner owner, String path, HttpResponse<T> response)
      throws ServiceAway {
    if (response.statusCode() >= 500 || response.statusCode() == 429) {
      throw new ServiceAway(owner, "answered " + response.statusCode());
    }
    if (response.statusCode() >= 400) {
      throw new IllegalStateException(owner + " refused " + path + ": " + response.statusCode());
    }
    return response;
  }

  /** A pooled connection may have been closed by a restart; what is sent twice counts once. */
  private <T> HttpResponse<T> again(
      Owner owner,
      Supplier<HttpRequest> request,
      BodyHandler<T> body,
      Duration wait,
      IOException stale)
      throws ServiceAway {
    if (stale instanceof ConnectException) {
      patience.get(owner).refused();
      throw new ServiceAway(owner, "refused the connection");
    }
    try {
      return exchange(owner, request.get(), body, wait);
    } catch (IOException failed) {
      throw new ServiceAway(owner, "broke the connection");
    }
  }

  private <T> HttpResponse<T> exchange(
      Owner owner, HttpRequest request, BodyHandler<T> body, Duration wait)
      throws IOException, ServiceAway {
    return awaited(owner, http.sendAsync(request, body), wait);
  }

  private static <T> HttpResponse<T> awaited(
      Owner owner, CompletableFuture<HttpResponse<T>> sent, Duration wait)
      throws IOException, ServiceAway {
    try {
      return sent.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new ServiceAway(owner, "no answer within " + wait.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new ServiceAway(owner, "interrupted");
    }
  }

  private byte[] write(FactQuery question) {
    try {
      return json.writeValueAsBytes(question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
