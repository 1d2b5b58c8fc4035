package io.headwater.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.answer.AnswerText;
import io.headwater.cli.client.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code why}: the one query, as text for a person or as data for a script. */
@Command(
    name = "why",
    description = "Says why a claim denied, with evidence, and what to do about it.",
    mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CONTROL-NUMBER", description = "The claim (CLM01).")
  private String controlNumber;

  @Option(
      names = "--known-at",
      paramLabel = "T",
      description = "As it could be known at this instant (2026-04-01T12:00:00Z, or a day).")
  private String knownAt;

  @Option(names = "--json", description = "The GraphQL answer as it came.")
  private boolean json;

  @Override
  public Integer call() {
    Reply reply =
        Here.gateway().why(controlNumber, Optional.ofNullable(knownAt).map(WhyCommand::instant));
    JsonNode why = reply.body().path("data").path("whyDenied");
    if (json) {
      System.out.println(reply.body().toPrettyString());
      return why.isObject() ? 0 : 1;
    }
    if (!why.isObject()) {
      throw Here.refused("No answer for " + controlNumber, problem(reply));
    }
    System.out.print(AnswerText.of(why));
    return 0;
  }

  /** What a refusal says. */
  static String problem(Reply reply) {
    JsonNode error = reply.body().path("errors").path(0);
    if (error.isMissingNode()) {
      return reply.successful() ? "there is no such claim" : reply.problem();
    }
    String code = error.path("extensions").path("code").asText("");
    return error.path("message").asText() + (code.isEmpty() ? "" : " (" + code + ")");
  }

  /** An instant as it stands; a day means its end, as a person would say "known on that day". */
  static Instant instant(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text)
              .plusDays(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .minusSeconds(1)
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("not an instant such as 2026-04-01T12:00:00Z: " + text);
    }
  }
}
