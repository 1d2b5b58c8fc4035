package io.headwater.cli.command;

import io.headwater.cli.answer.QueueText;
import io.headwater.cli.client.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unmatched}: the remittances that a person must look at. */
@Command(
    name = "unmatched",
    description = "Lists remittances that answer no claim for certain, or do not balance.",
    mixinStandardHelpOptions = true)
public final class UnmatchedCommand implements Callable<Integer> {
  @Option(
      names = "--reason",
      paramLabel = "R",
      description = "Only UNKNOWN_CLAIM, AMBIGUOUS, DOUBTFUL or UNBALANCED.")
  private String reason;

  @Option(names = "--after", paramLabel = "N", description = "The next page begins after this.")
  private String after = "";

  @Option(names = "--json", description = "The answer as it came.")
  private boolean json;

  @Override
  public Integer call() {
    String query =
        "?after=" + encoded(after) + (reason == null ? "" : "&reason=" + encoded(reason));
    Reply reply = Here.gateway().get("/v1/remittances/unmatched" + query);
    if (!reply.successful()) {
      throw Here.refused("The queue cannot be read", reply.problem());
    }
    System.out.print(json ? reply.body().toPrettyString() + "\n" : QueueText.of(reply.body()));
    return 0;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
