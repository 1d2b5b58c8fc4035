package io.headwater.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.client.Gateway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the one query for claims whose true causes are known, and keeps times and answers. */
final class QuestionRuns {
  private static final int CALLERS = 8;

  private final Gateway gateway;
  private final List<Planted> claims = new ArrayList<>();

  /**
   * A claim and what is true of it.
   *
   * @param controlNumber the claim
   * @param knownAt when it is asked about
   * @param root the causes that were planted
   */
  private record Planted(String controlNumber, Instant knownAt, Set<String> root) {}

  QuestionRuns(Gateway gateway, JsonNode truth) {
    this.gateway = gateway;
    for (JsonNode claim : truth.path("claims")) {
      Set<String> root = new TreeSet<>();
      claim.path("root").forEach(code -> root.add(code.asText()));
      claims.add(
          new Planted(
              claim.path("controlNumber").asText(),
              Instant.parse(claim.path("knownAt").asText()),
              root));
    }
  }

  List<Measurement> measure() {
    List<Measurement> rows = new ArrayList<>();
    double first = ask(claims.getFirst()).millis;
    List<Answer> warming = claims.stream().limit(300).map(this::ask).toList();
    List<Answer> alone = claims.stream().limit(300).map(this::ask).toList();
    double[] times = alone.stream().mapToDouble(answer -> answer.millis).sorted().toArray();
    double floor = floor();
    double median = times[times.length / 2];
    rows.add(new Measurement("The one query, first", first, "ms", "the first after the load"));
    rows.add(
        new Measurement(
            "The one query, median",
            median,
            "ms",
            times.length + " denied claims, one caller, after as many to warm up"));
    rows.add(
        new Measurement(
            "The one query, 99th percentile",
            times[(int) (times.length * 0.99)],
            "ms",
            "the same run"));
    rows.add(
        new Measurement(
            "A health check, median",
            floor,
            "ms",
            "the floor of one HTTP call to the gateway, same run"));
    rows.add(new Measurement("Query to floor", median / floor, "×", "ratio of the two medians"));
    rows.add(
        new Measurement(
            "Queries a second",
            together(),
            "/s",
            CALLERS + " callers, clients and stack on the same cores"));
    long exact = all().stream().filter(answer -> answer.root.equals(answer.claim.root())).count();
    rows.add(
        new Measurement(
            "Root causes found",
            100.0 * exact / claims.size(),
            "%",
            exact
                + " of "
                + claims.size()
                + " denials whose set of roots is exactly the planted one"));
    return warming.isEmpty() ? List.of() : rows;
  }

  private record Answer(Planted claim, double millis, Set<String> root) {}

  private Answer ask(Planted claim) {
    long from = System.nanoTime();
    JsonNode why =
        gateway
            .why(claim.controlNumber(), Optional.of(claim.knownAt()))
            .body()
            .path("data")
            .path("whyDenied");
    double millis = (System.nanoTime() - from) / 1e6;
    Set<String> root = new TreeSet<>();
    for (JsonNode cause : why.path("causes")) {
      if (cause.path("role").asText().equals("ROOT")) {
        root.add(cause.path("code").asText());
      }
    }
    return new Answer(claim, millis, root);
  }

  private double floor() {
    double[] times = new double[200];
    for (int i = 0; i < times.length; i++) {
      long from = System.nanoTime();
      gateway.get("/q/health/live");
      times[i] = (System.nanoTime() - from) / 1e6;
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private double together() {
    long from = System.nanoTime();
    int asked = all().size();
    return asked / ((System.nanoTime() - from) / 1e9);
  }

  private List<Answer> all() {
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Callable<Answer>> questions =
          claims.stream().<Callable<Answer>>map(claim -> () -> ask(claim)).toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : callers.invokeAll(questions)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
