package io.headwater.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.answer.AnswerText;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.client.Reply;
import io.headwater.cli.sandbox.ClaimFile;
import io.headwater.cli.sandbox.Sample;
import io.headwater.cli.sandbox.SandboxRun;
import io.headwater.cli.sandbox.SandboxRun.Outcome;
import io.headwater.cli.sandbox.SandboxRun.Wanted;
import io.headwater.cli.stack.StackFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sandbox}: claims sent to a payer of one's own, and what comes back. */
@Command(
    name = "sandbox",
    description = {
      "Sends claims (837P) to a sandbox payer, lets its time pass, prints what it sent back and"
          + " why.",
      "Without a file, two sample claims in a practice of their own."
    },
    mixinStandardHelpOptions = true)
public final class SandboxCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Claims of the practice whose key is at hand.")
  private Path file;

  @Option(names = "--days", paramLabel = "N", description = "From receipt to payment (14).")
  private Integer days;

  @Option(
      names = "--defect",
      paramLabel = "D",
      description =
          "How the payer goes wrong: LOSES_AUTHORIZATION, OLD_FEE_SCHEDULE, IMPRECISE_CODES,"
              + " REVERSES_AND_CORRECTS.")
  private List<String> defects = new ArrayList<>();

  @Option(
      names = "--today",
      paramLabel = "DAY",
      description = "The sandbox's day; else the day of the file.")
  private LocalDate today;

  @Option(names = "--json", description = "What came back, as data for a script.")
  private boolean json;

  @Override
  public Integer call() {
    ClaimFile claims = file == null ? Sample.claims() : ClaimFile.read(file);
    Gateway gateway = file == null ? samplePractice() : Here.gateway();
    Outcome outcome =
        new SandboxRun(gateway, Clock.systemUTC())
            .run(
                claims,
                new Wanted(
                    Optional.ofNullable(days), Set.copyOf(defects), Optional.ofNullable(today)));
    if (json) {
      System.out.println(outcome.json().toPrettyString());
    } else {
      print(outcome);
    }
    return 0;
  }

  private static Gateway samplePractice() {
    Gateway operator =
        Here.operator()
            .orElseThrow(() -> new StackFailure("No stack runs here; ./headwater up starts one."));
    Gateway practice =
        operator.as(operator.createPractice(UUID.randomUUID().toString(), "Sandbox sample"));
    Reply loaded = practice.records(Sample.records());
    if (!loaded.successful() || loaded.body().path("rejected").asInt() > 0) {
      throw new GatewayProblem("The sample was not taken: " + loaded.problem());
    }
    return practice;
  }

  private static void print(Outcome outcome) {
    for (JsonNode answer : outcome.answers()) {
      for (JsonNode said : answer.path("says")) {
        System.out.printf(
            "%-5s  %s  %s%s%n",
            answer.path("kind").asText(),
            answer.path("day").asText(),
            said.hasNonNull("controlNumber") ? said.path("controlNumber").asText() + ": " : "",
            said.path("text").asText());
      }
    }
    for (JsonNode why : outcome.why()) {
      System.out.println();
      System.out.print(AnswerText.of(why));
    }
  }
}
