package io.headwater.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.client.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the gateway made of a file.
 *
 * @param accepted whether all of it was taken
 * @param summary one line: how much was taken, or where and why something was not
 * @param troubles where and why, a line each
 */
public record Reception(boolean accepted, String summary, List<String> troubles) {
  private static final int SHOWN = 3;

  /** Reads the answer of the X12 door or of the record door. */
  public static Reception of(Reply reply) {
    JsonNode body = reply.body();
    if (body.has("interchanges")) {
      return x12(reply);
    }
    if (body.has("accepted") && body.has("rejected")) {
      return records(body);
    }
    return new Reception(false, "refused: " + reply.problem(), List.of(reply.problem()));
  }

  /** Reads the answer about a bundle of so many files: one for each, in order. */
  static List<Reception> each(Reply reply, int files) {
    JsonNode told = reply.body().path("files");
    if (!reply.successful() || told.size() != files) {
      return Collections.nCopies(files, of(reply));
    }
    List<Reception> each = new ArrayList<>();
    told.forEach(file -> each.add(of(new Reply(file.path("status").asInt(), file.path("answer")))));
    return each;
  }

  private static Reception x12(Reply reply) {
    List<String> troubles = new ArrayList<>();
    int transactions = 0;
    long records = 0;
    for (JsonNode interchange : reply.body().path("interchanges")) {
      for (JsonNode transaction : interchange.path("transactions")) {
        transactions++;
        records += records(transaction.path("records"), 0);
        if (!transaction.path("status").asText().equals("ACCEPTED")) {
          troubles.add(trouble(interchange, transaction));
        }
      }
    }
    if (troubles.isEmpty() && !reply.successful()) {
      troubles.add(reply.problem());
    }
    String seen = reply.status() == 200 ? ", seen before" : "";
    int warnings = reply.body().path("warnings").size();
    if (warnings > 0) {
      seen +=
          ", "
              + count(warnings, "warning")
              + ": "
              + text(reply.body().path("warnings").path(0), "message");
    }
    String taken = count(transactions, "transaction") + ", " + count(records, "record") + seen;
    return of(troubles, taken, "quarantined");
  }

  private static long records(JsonNode records, long otherwise) {
    return records.isNumber() ? records.asLong() : records.isArray() ? records.size() : otherwise;
  }

  private static String trouble(JsonNode interchange, JsonNode transaction) {
    String where =
        "interchange "
            + interchange.path("controlNumber").asText("?")
            + ", "
            + transaction.path("set").asText("transaction")
            + " "
            + transaction.path("controlNumber").asText("");
    JsonNode error = transaction.path("errors").path(0);
    StringBuilder text = new StringBuilder(where.strip());
    for (String part : new String[] {"segment", "position", "element", "code"}) {
      String value = error.path(part).asText("");
      if (!value.isEmpty() && !value.equals("null")) {
        text.append(", ").append(part).append(' ').append(value);
      }
    }
    return text.append(": ").append(error.path("message").asText("no reason given")).toString();
  }

  private static Reception records(JsonNode body) {
    List<String> troubles = new ArrayList<>();
    for (JsonNode error : body.path("errors")) {
      troubles.add(
          "line "
              + error.path("line").asText()
              + ", "
              + (text(error, "kind") + " " + text(error, "pointer")).strip()
              + ": "
              + error.path("message").asText());
    }
    long rejected = body.path("rejected").asLong();
    if (rejected > 0 && troubles.isEmpty()) {
      troubles.add(count(rejected, "record") + " rejected");
    }
    return of(troubles, count(body.path("accepted").asLong(), "record"), "rejected");
  }

  private static Reception of(List<String> troubles, String taken, String verb) {
    if (troubles.isEmpty()) {
      return new Reception(true, "accepted: " + taken, List.of());
    }
    String first = String.join("; ", troubles.subList(0, Math.min(SHOWN, troubles.size())));
    String more = troubles.size() > SHOWN ? "; and " + (troubles.size() - SHOWN) + " more" : "";
    return new Reception(false, verb + ": " + first + more, List.copyOf(troubles));
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : "";
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
