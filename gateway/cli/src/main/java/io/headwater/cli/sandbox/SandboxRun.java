package io.headwater.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.client.Reply;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sends claims to the sandbox payer of a practice and lets its time pass. */
public final class SandboxRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Gateway gateway;
  private final Clock clock;

  /** Runs at the doors of a practice. */
  public SandboxRun(Gateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * How the payer is to be.
   *
   * @param days from receipt to payment; empty leaves it as it is
   * @param defects how it goes wrong
   * @param today the sandbox's day; empty means that of the file, or as it is
   */
  public record Wanted(Optional<Integer> days, Set<String> defects, Optional<LocalDate> today) {
    /** Keeps its own set. */
    public Wanted {
      defects = new TreeSet<>(defects);
    }
  }

  /**
   * What came back.
   *
   * @param today the sandbox's day in the end
   * @param answers of the payer, in order
   * @param why the answer to "why" for each claim
   */
  public record Outcome(LocalDate today, List<JsonNode> answers, List<JsonNode> why) {
    /** As one document for scripts. */
    public JsonNode json() {
      ObjectNode whole = JSON.createObjectNode().put("today", today.toString());
      ArrayNode sent = whole.putArray("answers");
      answers.forEach(sent::add);
      ArrayNode asked = whole.putArray("whyDenied");
      why.forEach(asked::add);
      return whole;
    }
  }

  /** Switches the sandbox on for the payers of the file, sends it, and waits until it is paid. */
  public Outcome run(ClaimFile file, Wanted wanted) {
    JsonNode before = done(gateway.get("/v1/sandbox"), "The sandbox cannot be read");
    JsonNode settings = set(file, wanted, before);
    Set<String> seen = new HashSet<>();
    answers().forEach(answer -> seen.add(answer.path("id").asText()));
    LocalDate today = LocalDate.parse(settings.path("today").asText());
    Instant morning = today.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
    Optional<Instant> learned =
        morning.isBefore(clock.instant()) ? Optional.of(morning) : Optional.empty();
    Reply sent =
        file.path().isPresent()
            ? gateway.x12(file.path().get(), learned)
            : gateway.x12(file.text(), learned);
    if (!sent.successful()) {
      throw new GatewayProblem("The claims were not taken: " + sent.problem());
    }
    ObjectNode on = JSON.createObjectNode().put("advanceDays", settings.path("days").asInt());
    JsonNode moved = done(gateway.post("/v1/sandbox/clock", on), "The clock does not move");
    LocalDate then = LocalDate.parse(moved.path("today").asText());
    List<JsonNode> came = new ArrayList<>();
    for (JsonNode answer : answers()) {
      if (seen.add(answer.path("id").asText())) {
        came.addFirst(answer);
      }
    }
    return new Outcome(then, came, why(file, then));
  }

  private JsonNode set(ClaimFile file, Wanted wanted, JsonNode before) {
    boolean off = before.path("payers").isEmpty();
    ObjectNode body = JSON.createObjectNode();
    Set<String> payers = new TreeSet<>(file.payers());
    before.path("payers").forEach(payer -> payers.add(payer.asText()));
    ArrayNode named = body.putArray("payers");
    payers.forEach(named::add);
    int usual = off ? 14 : before.path("days").asInt();
    body.put("days", wanted.days().orElse(usual));
    ArrayNode defects = body.putArray("defects");
    wanted.defects().forEach(defects::add);
    wanted
        .today()
        .or(() -> off ? file.sentOn() : Optional.empty())
        .ifPresent(day -> body.put("today", day.toString()));
    return done(gateway.put("/v1/sandbox", body), "The sandbox was not set up");
  }

  private List<JsonNode> answers() {
    List<JsonNode> all = new ArrayList<>();
    done(gateway.get("/v1/sandbox/answers"), "The answers cannot be read").forEach(all::add);
    return all;
  }

  /** Asked as of the sandbox's day, where that lies in the past, else as of now. */
  private List<JsonNode> why(ClaimFile file, LocalDate today) {
    Instant evening = today.atTime(LocalTime.of(23, 59)).toInstant(ZoneOffset.UTC);
    Optional<Instant> at =
        evening.isBefore(clock.instant()) ? Optional.of(evening) : Optional.empty();
    List<JsonNode> all = new ArrayList<>();
    for (String claim : file.claims()) {
      JsonNode why = gateway.why(claim, at).body().path("data").path("whyDenied");
      if (why.isObject()) {
        all.add(why);
      }
    }
    return all;
  }

  private static JsonNode done(Reply reply, String otherwise) {
    if (!reply.successful()) {
      throw new GatewayProblem(otherwise + ": " + reply.problem());
    }
    return reply.body();
  }
}
