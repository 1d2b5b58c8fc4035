package io.headwater.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.cli.client.Reply;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code match}: a person's decision on which claim a remittance answers. */
@Command(
    name = "match",
    description = "Lays a remittance of the queue to a claim, or to none.",
    mixinStandardHelpOptions = true)
public final class MatchCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The remittance, as unmatched lists it.")
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "CONTROL-NUMBER",
      arity = "0..1",
      description = "The claim; left out, it answers no claim of the practice.")
  private String controlNumber;

  @Option(names = "--because", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason;

  @Override
  public Integer call() {
    ObjectNode decision = JsonNodeFactory.instance.objectNode();
    decision.put("controlNumber", controlNumber);
    decision.put("reason", reason);
    decision.put("actor", System.getProperty("user.name"));
    Reply reply = Here.gateway().post("/v1/remittances/" + id + "/match", decision);
    if (!reply.successful()) {
      throw Here.refused("Nothing was decided about " + id, reply.problem());
    }
    System.out.println(
        id
            + (controlNumber == null
                ? " answers no claim of the practice."
                : " answers " + controlNumber + "."));
    return 0;
  }
}
