package io.headwater.gateway.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The five fact services in one small server: keeps what it is sent, answers all facts of the kinds
 * it is asked for, and counts. {@code GET /counts} gives and clears the number of queries by
 * service, {@code GET /outlines} that of outlines; {@code PUT /mode/<service>/<status>} makes a
 * service answer with a status, 200 is well.
 */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

  /** The property that holds the address of the fake. */
  public static final String ADDRESS = "fake.services";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, AtomicInteger> queries = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> outlines = new ConcurrentHashMap<>();
  private final Map<String, Integer> modes = new ConcurrentHashMap<>();
  private final Map<String, List<ObjectNode>> facts = new ConcurrentHashMap<>();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    var settings = new HashMap<String, String>();
    for (String service :
        List.of(
            "claims", "eligibility", "credentialing", "authorizations", "payments", "denials")) {
      settings.put("headwater.services." + service, address + "/" + service);
    }
    settings.put(ADDRESS, address);
    settings.put("headwater.token.private-key", privateKey());
    settings.put("headwater.operator.key", "operator-key-of-the-tests");
    settings.put("headwater.faults", "on");
    return settings;
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/");
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (path[1]) {
        case "counts" -> send(exchange, 200, counts(queries));
        case "outlines" -> send(exchange, 200, counts(outlines));
        case "mode" -> {
          modes.put(path[2], Integer.parseInt(path[3]));
          send(exchange, 200, "");
        }
        default -> service(exchange, path, body);
      }
    }
  }

  private void service(HttpExchange exchange, String[] path, byte[] body) throws IOException {
    String service = path[1];
    boolean query = path.length > 3;
    if (query) {
      queries.computeIfAbsent(service, s -> new AtomicInteger()).incrementAndGet();
    }
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!token.startsWith("Bearer ")) {
      send(exchange, 401, "");
      return;
    }
    int mode = modes.getOrDefault(service, 200);
    if (mode != 200) {
      send(exchange, mode, "");
      return;
    }
    String key = service + " " + practice(token);
    if (path[2].equals("fact-keys")) {
      send(exchange, 200, keys(key, exchange.getRequestURI().getQuery()));
      return;
    }
    send(exchange, 200, query ? read(key, body) : keep(key, body));
  }

  private String keep(String key, byte[] body) throws IOException {
    var kept = facts.computeIfAbsent(key, k -> new ArrayList<>());
    synchronized (kept) {
      for (String line : new String(body, StandardCharsets.UTF_8).split("\n")) {
        var fact = (ObjectNode) JSON.readTree(line);
        if (fact.has("facts")) {
          continue; // the end of a counted body
        }
        String id = fact.get("record").properties().iterator().next().getValue().asText();
        long before =
            kept.stream()
                .filter(f -> f.get("kind").equals(fact.get("kind")))
                .filter(f -> f.get("id").asText().equals(id))
                .count();
        fact.put("id", id);
        fact.put("version", before + 1);
        kept.add(fact);
      }
    }
    return "{}";
  }

  private String read(String key, byte[] body) throws IOException {
    Set<String> kinds = new HashSet<>();
    var question = JSON.readTree(body);
    for (JsonNode round : question.get("rounds")) {
      round.forEach(selector -> kinds.add(selector.get("kind").asText()));
    }
    var lines = new StringBuilder();
    var kept = facts.getOrDefault(key, List.of());
    synchronized (kept) {
      for (var fact : kept) {
        if (kinds.contains(fact.get("kind").asText())) {
          lines.append(fact).append('\n');
        }
      }
      if (question.hasNonNull("outlines")) {
        lines.append("{\"outlines\":\"follow\"}\n");
      }
      question.path("outlines").forEach(round -> round.forEach(o -> lines.append(outline(key, o))));
    }
    return lines.toString();
  }

  /** The values of a field, for a key of the same name. */
  private String keys(String key, String query) {
    var asked = Map.<String, String>ofEntries(pair(query.split("&")[0]), pair(query.split("&")[1]));
    var values = new TreeSet<String>();
    var kept = facts.getOrDefault(key, List.of());
    synchronized (kept) {
      for (var fact : kept) {
        if (fact.get("kind").asText().equals(asked.get("kind"))) {
          values.add(fact.get("record").path(asked.get("key")).asText());
        }
      }
    }
    return JSON.valueToTree(values).toString();
  }

  private static Map.Entry<String, String> pair(String text) {
    return Map.entry(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
  }

  private String outline(String key, JsonNode outline) {
    outlines
        .computeIfAbsent(key.substring(0, key.indexOf(' ')), s -> new AtomicInteger())
        .incrementAndGet();
    var rows =
        facts.getOrDefault(key, List.of()).stream()
            .filter(fact -> fact.get("kind").equals(outline.get("kind")))
            .map(fact -> fact.get("record").toString())
            .collect(Collectors.joining(",\t"));
    return "{\"outline\":" + outline.get("kind") + ",\"rows\":[" + rows + "]}\n";
  }

  private static String counts(Map<String, AtomicInteger> counters) {
    var counts = JSON.createObjectNode();
    counters.forEach((service, count) -> counts.put(service, count.getAndSet(0)));
    return counts.toString();
  }

  private static String practice(String token) throws IOException {
    String claims = token.substring("Bearer ".length()).split("\\.")[1];
    return JSON.readTree(Base64.getUrlDecoder().decode(claims)).get("practice").asText();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String privateKey() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getEncoder().encodeToString(key)
          + "\n-----END PRIVATE KEY-----";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
