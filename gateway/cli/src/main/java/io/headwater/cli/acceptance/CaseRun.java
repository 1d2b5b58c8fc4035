package io.headwater.cli.acceptance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.client.Reply;
import io.headwater.cli.feed.FeedKind;
import io.headwater.cli.feed.Reception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs acceptance cases against a gateway, each in a fresh practice. */
public final class CaseRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Gateway operator;
  private final Hearing hearing;

  /** Hears every answer, with the question it answers. */
  @FunctionalInterface
  public interface Hearing {
    /**
     * An answer as it came.
     *
     * @param whyDenied the answer of the one query
     */
    void hear(AcceptanceCase.Question question, JsonNode whyDenied);
  }

  /** Runs against this gateway, whose key may create practices. */
  public CaseRun(Gateway operator) {
    this(operator, (_, _) -> {});
  }

  /** The same, and lets somebody hear the answers. */
  public CaseRun(Gateway operator, Hearing hearing) {
    this.operator = operator;
    this.hearing = hearing;
  }

  /**
   * Loads the case of a folder and asks its questions. A refusal of the gateway is a failed case,
   * not an exception.
   */
  public CaseResult run(Path folder) {
    AcceptanceCase told = AcceptanceCase.read(folder);
    List<String> mismatches = new ArrayList<>();
    try {
      Gateway gateway =
          operator.as(operator.createPractice(UUID.randomUUID().toString(), "Case " + told.id()));
      for (AcceptanceCase.FeedFile file : told.feed()) {
        mismatches.addAll(load(gateway, folder, file));
      }
      Optional<Instant> latest = latestInstant(folder, told.feed());
      int number = 0;
      for (AcceptanceCase.Question question : told.questions()) {
        String which = told.questions().size() > 1 ? "question " + ++number + ": " : "";
        ask(gateway, told, question, latest).forEach(line -> mismatches.add(which + line));
      }
    } catch (GatewayProblem e) {
      mismatches.add(e.getMessage());
    }
    return new CaseResult(told.id(), told.title(), mismatches);
  }

  private static List<String> load(Gateway gateway, Path folder, AcceptanceCase.FeedFile file) {
    Path path = folder.resolve(file.file());
    Reply reply =
        FeedKind.of(path) == FeedKind.RECORDS
            ? gateway.records(path)
            : gateway.x12(path, Optional.ofNullable(file.recordedAt()));
    Reception reception = Reception.of(reply);
    return reception.accepted() ? List.of() : List.of(file.file() + ": " + reception.summary());
  }

  private List<String> ask(
      Gateway gateway,
      AcceptanceCase told,
      AcceptanceCase.Question question,
      Optional<Instant> latest) {
    boolean outage = !question.outage().isEmpty();
    if (outage) {
      operator.outages(question.outage());
    }
    try {
      Reply reply = gateway.why(told.controlNumber(), question.known().or(() -> latest));
      JsonNode why = reply.body().path("data").path("whyDenied");
      if (!why.isObject()) {
        return List.of("no answer: " + reply.status() + " " + reply.body().path("errors"));
      }
      hearing.hear(question, why);
      return ExpectationCheck.mismatches(question.expect(), why);
    } finally {
      if (outage) {
        operator.outages(List.of());
      }
    }
  }

  /** The latest instant at which the practice learned something of the feed. */
  static Optional<Instant> latestInstant(Path folder, List<AcceptanceCase.FeedFile> feed) {
    Instant latest = Instant.MIN;
    for (AcceptanceCase.FeedFile file : feed) {
      if (file.recordedAt() != null && file.recordedAt().isAfter(latest)) {
        latest = file.recordedAt();
      }
      Path path = folder.resolve(file.file());
      if (FeedKind.of(path) == FeedKind.RECORDS) {
        Instant inside = latestInside(path);
        latest = inside.isAfter(latest) ? inside : latest;
      }
    }
    return latest.equals(Instant.MIN) ? Optional.empty() : Optional.of(latest);
  }

  private static Instant latestInside(Path records) {
    Instant latest = Instant.MIN;
    try {
      for (String line : Files.readAllLines(records)) {
        String recordedAt = line.isBlank() ? "" : JSON.readTree(line).path("recordedAt").asText("");
        if (!recordedAt.isEmpty() && Instant.parse(recordedAt).isAfter(latest)) {
          latest = Instant.parse(recordedAt);
        }
      }
    } catch (JacksonException e) {
      return latest;
    } catch (IOException e) {
      throw new GatewayProblem("Cannot read " + records + ": " + e.getMessage());
    }
    return latest;
  }
}
