package io.headwater.cli.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the gateway.
 *
 * @param status HTTP status
 * @param body the body read as JSON; a missing node when there was none
 */
public record Reply(int status, JsonNode body) {
  /** Whether the status is one of success. */
  public boolean successful() {
    return status / 100 == 2;
  }

  /** The refusal in one line: code, title and detail of the problem, as far as it has them. */
  public String problem() {
    StringBuilder line = new StringBuilder().append(status);
    for (String field : new String[] {"code", "title", "detail"}) {
      String text = body.path(field).asText("");
      if (!text.isEmpty()) {
        line.append(line.length() > 3 ? ": " : " ").append(text);
      }
    }
    return line.toString();
  }
}
