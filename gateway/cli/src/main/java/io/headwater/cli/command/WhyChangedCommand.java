package io.headwater.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.answer.ChangedText;
import io.headwater.cli.client.Reply;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code why-changed}: what changed between the answers known at two instants. */
@Command(
    name = "why-changed",
    description = "Says what changed in the answer for a claim, and through which records.",
    mixinStandardHelpOptions = true)
public final class WhyChangedCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CONTROL-NUMBER", description = "The claim (CLM01).")
  private String controlNumber;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "T",
      description = "Since this instant (2026-04-01T12:00:00Z, or a day).")
  private String from;

  @Option(names = "--to", paramLabel = "T", description = "Until this instant; now, if left out.")
  private String to;

  @Option(names = "--json", description = "The GraphQL answer as it came.")
  private boolean json;

  @Override
  public Integer call() {
    Reply reply =
        Here.gateway()
            .whyChanged(
                controlNumber,
                WhyCommand.instant(from),
                Optional.ofNullable(to).map(WhyCommand::instant));
    JsonNode changed = reply.body().path("data").path("whyChanged");
    if (json) {
      System.out.println(reply.body().toPrettyString());
      return changed.isObject() ? 0 : 1;
    }
    if (!changed.isObject()) {
      throw Here.refused("No answer for " + controlNumber, WhyCommand.problem(reply));
    }
    System.out.print(ChangedText.of(changed));
    return 0;
  }
}
