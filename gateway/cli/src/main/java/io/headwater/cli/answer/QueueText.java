package io.headwater.cli.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The queue of remittances that a person must look at, for a person. */
public final class QueueText {

  private QueueText() {}

  /** A page of {@code /v1/remittances/unmatched} as text. */
  public static String of(JsonNode queue) {
    var page = new Page();
    var items = queue.path("remittances");
    page.heading(
        items.isEmpty()
            ? "Every remittance that came answers a claim, and balances."
            : items.size() + (items.size() == 1 ? " remittance waits." : " remittances wait."));
    for (var item : items) {
      page.heading(item.path("id").asText() + "  " + words(item.path("reasons")));
      page.table(2, List.of(said(item)));
      for (var equation : item.path("failing")) {
        page.paragraph(2, "does not hold: ", equation.asText());
      }
      for (var candidate : item.path("candidates")) {
        page.paragraph(
            2,
            "may answer ",
            "%s, by %s (%.2f)"
                .formatted(
                    candidate.path("controlNumber").asText(),
                    words(candidate.path("by").asText()),
                    candidate.path("confidence").asDouble()));
      }
    }
    if (queue.hasNonNull("next")) {
      page.heading("More: --after " + queue.path("next").asText());
    }
    return page.toString();
  }

  private static List<String> said(JsonNode item) {
    var said = new ArrayList<String>();
    for (String field :
        List.of(
            "controlNumber",
            "payerId",
            "traceNumber",
            "paymentDate",
            "serviceDate",
            "status",
            "charge",
            "paid")) {
      if (item.hasNonNull(field)) {
        said.add(label(field) + item.path(field).asText());
      }
    }
    return said;
  }

  private static String label(String field) {
    return switch (field) {
      case "controlNumber" -> "sent as ";
      case "traceNumber" -> "trace ";
      case "paymentDate" -> "of ";
      case "serviceDate" -> "for ";
      case "status" -> "status ";
      case "charge" -> "charge ";
      case "paid" -> "paid ";
      default -> "";
    };
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String words(JsonNode reasons) {
    var words = new ArrayList<String>();
    reasons.forEach(
        reason ->
            words.add(
                switch (reason.asText()) {
                  case "UNKNOWN_CLAIM" -> "answers no known claim";
                  case "AMBIGUOUS" -> "fits several claims";
                  case "DOUBTFUL" -> "fits a claim by little";
                  case "UNBALANCED" -> "does not balance";
                  default -> reason.asText();
                }));
    return String.join(", ", words);
  }
}
