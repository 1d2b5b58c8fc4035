package io.headwater.gateway.x12;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.gateway.problem.ProblemKind;

/**
 * What the X12 door answers about a file that was read.
 *
 * @param file as its sender is told of it
 * @param seen whether the same content had been read before
 */
public record FileAnswer(FileResource file, boolean seen) {

  /** The HTTP status: a new file, one seen before, or one of which nothing was accepted. */
  public int status() {
    return refused() ? ProblemKind.NOTHING_ACCEPTED.status() : seen ? 200 : 201;
  }

  /** Whether nothing of it was accepted; it is kept and told all the same. */
  boolean refused() {
    return file.status() == FileResource.Status.QUARANTINED;
  }

  /** The file resource; where nothing was accepted, as a problem that says so. */
  public JsonNode body(ObjectMapper json) {
    ObjectNode resource = json.valueToTree(file);
    if (!refused()) {
      return resource;
    }
    ObjectNode problem = json.valueToTree(ProblemKind.NOTHING_ACCEPTED.problem().body());
    resource.remove("status"); // in a problem document the status is that of HTTP
    problem.setAll(resource);
    return problem;
  }
}
