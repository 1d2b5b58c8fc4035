package io.headwater.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.answer.AnswerText;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.Reply;
import io.headwater.cli.demo.DemoPractice;
import io.headwater.cli.stack.StackFailure;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code demo}: the stack with the demo practice, one answer, the addresses; serves until Ctrl-C.
 */
@Command(
    name = "demo",
    description = "Starts everything, loads the demo practice and answers one question.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  /** The practice's story ends here; asked later, every window would have closed. */
  private static final String KNOWN_AT = DemoPractice.ANCHOR.toString();

  @Override
  public Integer call() {
    if (Here.status().ready()) {
      Gateway gateway = Here.gateway();
      show(gateway, new DemoData(Here.folder(), System.out::println).load(gateway));
      return 0;
    }
    new Serve(Here.options(), System.out::println).untilStopped(true, DemoCommand::show);
    return 0;
  }

  private static void show(Gateway gateway, String claim) {
    Reply reply = gateway.why(claim, Optional.of(WhyCommand.instant(KNOWN_AT)));
    JsonNode why = reply.body().path("data").path("whyDenied");
    if (!why.isObject()) {
      throw new StackFailure(
          "No answer for " + claim + ": " + reply.status() + " " + reply.body().path("errors"));
    }
    System.out.println();
    System.out.println(
        "Why did this claim deny?   ./headwater why " + claim + " --known-at " + KNOWN_AT);
    System.out.println();
    System.out.print(AnswerText.of(why));
    System.out.println();
    System.out.println("GraphQL   " + gateway.url() + "/graphql");
    System.out.println("X12       " + gateway.url() + "/v1/x12");
    System.out.println("Records   " + gateway.url() + "/v1/records");
    System.out.println("OpenAPI   " + gateway.url() + "/openapi");
    System.out.println(
        "Key       . "
            + Here.folder().environment()
            + "   then -H \"X-API-Key: $HEADWATER_API_KEY\"");
  }
}
